import { determinant } from '@noether/numerics';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { sinc } from '../rotation-vector.js';

/**
 * SL(2, ℝ) with the basis H = diag(1, −1), E = E₀₁, F = E₁₀. With A = hH + eE + fF and s² = h² + ef,
 * exp(A) = cosh s I + (sinh s/s) A, where s may be imaginary. Elements with tr g ≤ −2 other than −I
 * have no logarithm.
 */
export const sl2: Group = defineGroup({
  name: 'sl2',
  generators: [
    matrixUnit(2, [0, 0, 1], [1, 1, -1]),
    matrixUnit(2, [0, 1, 1]),
    matrixUnit(2, [1, 0, 1]),
  ],
  compact: false,
  connected: true,
  form: matrixUnit(2, [0, 1, 1], [1, 0, -1]),
  expInto: (elements, at, w, from) => {
    const [h, e, f] = [w[from], w[from + 1], w[from + 2]];
    const square = h * h + e * f;
    const root = Math.sqrt(Math.abs(square));
    const cosh = square < 0 ? Math.cos(root) : Math.cosh(root);
    const ratio = square < 0 ? sinc(root) : root === 0 ? 1 : Math.sinh(root) / root;
    elements[at] = cosh + ratio * h;
    elements[at + 1] = ratio * e;
    elements[at + 2] = ratio * f;
    elements[at + 3] = cosh - ratio * h;
  },
  log: ([a, b, c, d]) => {
    const cosh = (a + d) / 2;
    const half = (a - d) / 2;
    const square = half * half + b * c;
    const root = Math.sqrt(Math.abs(square));
    if (square >= 0 && cosh < 0) {
      throw new RangeError('The matrix of SL(2) has a trace of at most −2 and so no logarithm.');
    }
    const length = square < 0 ? Math.atan2(root, cosh) : Math.asinh(root);
    const scale = root === 0 ? 1 : length / root;
    return Float64Array.of(scale * half, scale * b, scale * c);
  },
  contains: (element, tolerance) => Math.abs(determinant(element, 2) - 1) <= tolerance,
});
