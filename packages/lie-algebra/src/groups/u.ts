import { identity } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { coordinates } from '../coordinates.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { haarUnitary } from '../haar-unitary.js';
import { isRotation } from '../is-rotation.js';
import { polarRotation } from '../polar-rotation.js';
import { complexOf, isRealForm, realForm } from '../real-form.js';
import { unitaryLogarithm } from '../unitary-logarithm.js';
import { gellMannGenerators } from './gell-mann-generators.js';

/**
 * Unitary matrices as real 2n × 2n matrices on (Re z, Im z), with the basis −iλₐ/2 of `su` and then the
 * phase −iI/2.
 * @throws NoetherError when n is no positive integer or too large
 */
export function u(n: number): Group {
  checkOrder('n', n);
  checkExtent(`u${n}`, n * n, 2 * n);
  const phase = { re: new Float64Array(n * n), im: identity(n).map((entry) => -entry / 2) };
  const generators = [...gellMannGenerators(n), realForm(phase, n)];
  return defineGroup({
    name: `u${n}`,
    generators,
    compact: true,
    connected: true,
    form: identity(2 * n),
    log: (element) => coordinates(generators, [unitaryLogarithm(element, n, false)]),
    contains: (element, tolerance) =>
      isRealForm(element, n, tolerance) && isRotation(element, 2 * n, tolerance),
    haar: (random) => realForm(haarUnitary(n, random, false), n),
    project: (matrix) => polarRotation(realForm(complexOf(matrix, n), n), 2 * n),
  });
}
