import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { preservesForm } from '../preserves-form.js';
import { determinant } from '@noether/numerics';

/**
 * Pseudo-rotations SO⁺(p, q), gᵀ η g = η with η = diag(1 … 1, −1 … −1), p ones first: the component of
 * the identity, with the basis ηⱼ Eᵢⱼ − ηᵢ Eⱼᵢ for i > j in row order, up to its sign. `so(1,3)` is the
 * Lorentz group in the metric (+, −, −, −); {@link lorentz} has its closed forms.
 * @throws NoetherError when p or q is no positive integer or too large
 */
export function soPq(p: number, q: number): Group {
  checkOrder('p', p);
  checkOrder('q', q);
  const n = p + q;
  checkExtent(`so(${p},${q})`, (n * (n - 1)) / 2, n);
  const sign = (index: number): number => (index < p ? 1 : -1);
  const generators: Float64Array[] = [];
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      generators.push(matrixUnit(n, [i, j, 1], [j, i, -sign(i) * sign(j)]));
    }
  }
  const form = matrixUnit(n, ...Array.from({ length: n }, (_, i) => [i, i, sign(i)] as const));
  return defineGroup({
    name: `so(${p},${q})`,
    generators,
    compact: false,
    connected: true,
    form,
    contains: (element, tolerance) =>
      preservesForm(element, form, n, tolerance) &&
      determinant(element, n) > 0 &&
      determinant(leadingBlock(element, n, p), p) > 0,
  });
}

/** Its determinant is positive in the component of the identity, together with that of all. */
function leadingBlock(element: Float64Array, n: number, p: number): Float64Array {
  return new Float64Array(p * p).map(
    (_, entry) => element[Math.floor(entry / p) * n + (entry % p)],
  );
}
