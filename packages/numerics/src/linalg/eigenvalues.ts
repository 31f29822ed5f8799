import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { checkMatrix } from './check-matrix.js';

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/**
 * The eigenvalues of a real row-major n × n matrix with multiplicity, by descending real part and
 * then descending imaginary part. A defective eigenvalue of multiplicity p is known only to about
 * ε^(1/p), as with every backward stable method.
 * @throws RangeError when an entry is not finite
 */
export function eigenvalues(a: Float64Array, n: number): Complex[] {
  checkMatrix('a', a, n, n);
  const decomposition = new EigenvalueDecomposition(Matrix.from1DArray(n, n, a));
  const { realEigenvalues, imaginaryEigenvalues } = decomposition;
  return realEigenvalues
    .map((re, index) => ({ re, im: imaginaryEigenvalues[index] }))
    .sort((first, second) => second.re - first.re || second.im - first.im);
}
