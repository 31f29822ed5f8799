import { determinant, inverse, transpose } from '@noether/numerics';

/**
 * The orthogonal matrix next to M in the Frobenius norm, the factor Q of the polar decomposition
 * M = Q H, by Newton's iteration Q ← (Q + Q⁻ᵀ)/2 (Higham, Functions of Matrices, 2008, §8.3).
 * @throws RangeError when M is singular or turns the orientation around
 */
export function polarRotation(matrix: Float64Array, n: number): Float64Array {
  if (!(determinant(matrix, n) > 0)) {
    throw new RangeError('The matrix has no positive determinant, so no rotation is next to it.');
  }
  let rotation: Float64Array = matrix.slice();
  for (let iteration = 0; iteration < 60; iteration++) {
    const back = transpose(inverse(rotation, n), n, n);
    let change = 0;
    rotation = rotation.map((entry, index) => {
      const next = (entry + back[index]) / 2;
      change = Math.max(change, Math.abs(next - entry));
      return next;
    });
    if (change < 1e-15) break;
  }
  return rotation;
}
