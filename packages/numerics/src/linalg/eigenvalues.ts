import { checkMatrix } from './check-matrix.js';
import type { Complex } from './complex.js';
import { reduceToHessenberg } from './hessenberg.js';
import { hessenbergEigenvalues } from './hessenberg-eigenvalues.js';

/**
 * The eigenvalues of a real row-major n × n matrix with multiplicity, by descending real part and
 * then descending imaginary part. A defective eigenvalue of multiplicity p is known only to about
 * ε^(1/p), as with every backward stable method.
 * @throws RangeError when an entry is not finite
 */
export function eigenvalues(a: Float64Array, n: number): Complex[] {
  checkMatrix('a', a, n, n);
  const hessenberg = a.slice();
  reduceToHessenberg(hessenberg, n);
  return hessenbergEigenvalues(hessenberg, n).sort(
    (first, second) => second.re - first.re || second.im - first.im,
  );
}
