import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { checkMatrix } from './check-matrix.js';

/** A = V diag(values) Vᵀ with orthogonal V. */
export interface SymmetricEigen {
  /** Eigenvalues, ascending. */
  readonly values: Float64Array;
  /**
   * The matrix V, row-major n × n: column j is the unit eigenvector of `values[j]`, its entry of
   * largest magnitude positive.
   */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric row-major n × n matrix. The symmetric part
 * (A + Aᵀ)/2 is decomposed, so rounding that broke the symmetry does no harm.
 * @throws RangeError when an entry is not finite
 */
export function symmetricEigen(a: Float64Array, n: number): SymmetricEigen {
  checkMatrix('a', a, n, n);
  const symmetric = Matrix.from1DArray(n, n, a);
  symmetric.add(symmetric.transpose()).mul(0.5);
  const decomposition = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const { realEigenvalues, eigenvectorMatrix } = decomposition;
  const order = realEigenvalues.map((_, index) => index);
  order.sort((first, second) => realEigenvalues[first] - realEigenvalues[second]);
  const vectors = new Float64Array(n * n);
  order.forEach((source, column) => {
    const sign = signOf(eigenvectorMatrix.getColumn(source));
    for (let row = 0; row < n; row++) {
      vectors[row * n + column] = sign * eigenvectorMatrix.get(row, source);
    }
  });
  return { values: Float64Array.from(order, (index) => realEigenvalues[index]), vectors };
}

function signOf(vector: readonly number[]): number {
  let largest = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest) + 1e-12) largest = entry;
  return largest < 0 ? -1 : 1;
}
