import { identity } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { complexDeterminant } from '../complex-determinant.js';
import { coordinates } from '../coordinates.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { haarUnitary } from '../haar-unitary.js';
import { isRotation } from '../is-rotation.js';
import { complexOf, isRealForm, realForm } from '../real-form.js';
import { unitaryLogarithm } from '../unitary-logarithm.js';
import { gellMannGenerators } from './gell-mann-generators.js';

/**
 * Special unitary matrices, n ≥ 2, as real 2n × 2n matrices on (Re z, Im z), with the basis −iλₐ/2 of the
 * generalised Gell-Mann matrices, −iσₐ/2 for n = 2: [T₁, T₂] = T₃, Killing form −n I.
 * @throws NoetherError when n is no integer of at least 2 or too large
 */
export function su(n: number): Group {
  checkOrder('n', n, 2);
  checkExtent(`su${n}`, n * n - 1, 2 * n);
  const generators = gellMannGenerators(n);
  return defineGroup({
    name: `su${n}`,
    generators,
    compact: true,
    connected: true,
    form: identity(2 * n),
    log: (element) => coordinates(generators, [unitaryLogarithm(element, n, true)]),
    contains: (element, tolerance) => {
      const unitary = isRealForm(element, n, tolerance) && isRotation(element, 2 * n, tolerance);
      const { re, im } = complexDeterminant(complexOf(element, n), n);
      return unitary && Math.hypot(re - 1, im) <= tolerance;
    },
    haar: (random) => {
      const unitary = haarUnitary(n, random, false);
      const { re, im } = complexDeterminant(unitary, n);
      for (let entry = 0; entry < n * n; entry += n) {
        const [x, y] = [unitary.re[entry], unitary.im[entry]];
        unitary.re[entry] = x * re + y * im;
        unitary.im[entry] = y * re - x * im;
      }
      return realForm(unitary, n);
    },
  });
}
