import { checkMatrix } from './check-matrix.js';
import { determinant } from './determinant.js';
import { norm1 } from './expm-scaling.js';
import { identity } from './identity.js';
import { inverse } from './inverse.js';
import { multiply } from './multiply.js';
import { solveSylvester } from './sylvester.js';

/**
 * The principal square root of a small row-major n × n matrix, the one whose eigenvalues have
 * positive real part, by the product form of the Denman-Beavers iteration with determinantal scaling
 * (Higham, Functions of Matrices, 2008, equation 6.29), corrected by Newton's method (equation 6.11).
 * @throws RangeError when it does not exist: an eigenvalue is zero or negative
 */
export function sqrtm(a: Float64Array, n: number): Float64Array {
  checkMatrix('a', a, n, n);
  let root = iterate(a, n);
  let best = residual(root, a, n);
  for (let step = 0; step < 3; step++) {
    const error = norm1(best, n);
    if (error <= n * 2 ** -52 * norm1(root, n) ** 2) break;
    const correction = solveSylvester(root, best, n);
    const candidate = root.map((entry, index) => entry + correction[index]);
    const left = residual(candidate, a, n);
    if (!(norm1(left, n) < error)) break;
    root = candidate;
    best = left;
  }
  return root;
}

function iterate(a: Float64Array, n: number): Float64Array {
  const unit = identity(n);
  let root: Float64Array = a.slice();
  let product: Float64Array = a.slice();
  for (let iteration = 0; iteration < 60; iteration++) {
    const distance = norm1(minus(product, unit), n);
    // The iteration converges quadratically: what is at 1e-8 now is at rounding one step later.
    if (distance < 1e-8) return root;
    const scale = distance > 0.01 ? Math.abs(determinant(product, n)) ** (-1 / (2 * n)) : 1;
    const back = inverse(product, n).map((entry) => entry / scale ** 2);
    const factor = back.map((entry, index) => ((entry + unit[index]) * scale) / 2);
    root = multiply(root, factor, n, n, n);
    product = product.map(
      (entry, index) => (unit[index] + (scale ** 2 * entry + back[index]) / 2) / 2,
    );
  }
  throw new RangeError(
    'The matrix has no principal square root: it has an eigenvalue on the negative real axis.',
  );
}

/** A − R². */
function residual(root: Float64Array, a: Float64Array, n: number): Float64Array {
  return minus(a, multiply(root, root, n, n, n));
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((entry, index) => entry - b[index]);
}
