import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { spinorExpInto, spinorLog } from '../lorentz-spinor.js';
import { matrixUnit } from '../matrix-unit.js';
import { soPq } from './so-pq.js';

/**
 * The proper orthochronous Lorentz group on (t, x, y, z), with the basis of rotations J₁, J₂, J₃ and
 * boosts K₁, K₂, K₃ (symmetric): [J, J] = J, [J, K] = K, [K₁, K₂] = −J₃. exp and log go by SL(2, ℂ)
 * and hold at the identity, for null rotations and up to rotations by π.
 */
export const lorentz: Group = defineGroup({
  name: 'lorentz',
  generators: [
    matrixUnit(4, [2, 3, -1], [3, 2, 1]),
    matrixUnit(4, [1, 3, 1], [3, 1, -1]),
    matrixUnit(4, [1, 2, -1], [2, 1, 1]),
    matrixUnit(4, [0, 1, 1], [1, 0, 1]),
    matrixUnit(4, [0, 2, 1], [2, 0, 1]),
    matrixUnit(4, [0, 3, 1], [3, 0, 1]),
  ],
  compact: false,
  connected: true,
  form: matrixUnit(4, [0, 0, 1], [1, 1, -1], [2, 2, -1], [3, 3, -1]),
  expInto: spinorExpInto,
  log: spinorLog,
  contains: (element, tolerance) => soPq(1, 3).contains?.(element, tolerance) === true,
});
