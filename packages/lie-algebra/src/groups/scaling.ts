import { invalidArgument } from '@noether/contracts';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';

/**
 * Independent positive scalings of n coordinates, with the basis Eᵢᵢ: exp(w) = diag(e^w₁ … e^wₙ).
 * @throws NoetherError when n is no positive integer
 */
export function scaling(n: number): Group {
  if (!Number.isInteger(n) || n < 1) throw invalidArgument('n', n, 'give a positive integer');
  const diagonal = (entries: ArrayLike<number>): Float64Array => {
    const matrix = new Float64Array(n * n);
    for (let index = 0; index < n; index++) matrix[index * (n + 1)] = entries[index];
    return matrix;
  };
  return defineGroup({
    name: `scaling${n}`,
    generators: Array.from({ length: n }, (_, axis) =>
      diagonal(Array.from({ length: n }, (_, index) => (index === axis ? 1 : 0))),
    ),
    compact: false,
    exp: (coefficients) => diagonal(coefficients.map(Math.exp)),
    contains: (element, tolerance) =>
      element.every((entry, index) =>
        index % (n + 1) === 0 ? entry > 0 : Math.abs(entry) <= tolerance,
      ),
  });
}
