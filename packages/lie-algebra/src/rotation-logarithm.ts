import { identity, logm, multiply, symmetricEigen, transpose } from '@noether/numerics';

/**
 * The logarithm of an n × n rotation, skew-symmetric with angles of at most π, row-major. The space is
 * split where the cosines of the angles, the eigenvalues of (g + gᵀ)/2, have their widest gap. Small
 * angles θ have the principal logarithm; for large ones it is that of −g, whose angles are θ − π, plus πJ
 * with the J, J² = −I, of the planes they turn. So nothing is lost next to π, and at π, where the planes
 * are not told by g, some are taken.
 * @throws RangeError when an odd number of directions is turned around: g is no rotation
 */
export function rotationLogarithm(element: Float64Array, n: number): Float64Array {
  const mirrored = transpose(element, n, n);
  const cosines = symmetricEigen(
    element.map((entry, index) => (entry + mirrored[index]) / 2),
    n,
  );
  const large = countBelowGap(cosines.values);
  if (large % 2 === 1) {
    throw new RangeError('The matrix turns an odd number of directions around: it is no rotation.');
  }
  const result = new Float64Array(n * n);
  for (const [first, last] of [
    [0, large],
    [large, n],
  ]) {
    const m = last - first;
    if (m === 0) continue;
    const frame = columns(cosines.vectors, n, first, last);
    const block = restricted(element, n, frame, m);
    const part = first === 0 && large > 0 ? largeAngles(block, m) : logm(block, m);
    const lifted = multiply(multiply(frame, part, n, m, m), transpose(frame, n, m), n, m, n);
    for (let entry = 0; entry < result.length; entry++) result[entry] += lifted[entry];
  }
  return result;
}

/** How many ascending cosines lie below their widest gap between −0.95 and 0.9. */
function countBelowGap(cosines: Float64Array): number {
  const clamp = (value: number): number => Math.min(0.9, Math.max(-0.95, value));
  let [count, widest] = [0, clamp(cosines[0]) + 0.95];
  for (let k = 1; k <= cosines.length; k++) {
    const gap = (k === cosines.length ? 0.9 : clamp(cosines[k])) - clamp(cosines[k - 1]);
    if (gap > widest) [count, widest] = [k, gap];
  }
  return count;
}

function largeAngles(block: Float64Array, m: number): Float64Array {
  const less = logm(
    block.map((entry) => -entry),
    m,
  );
  const structure = complexStructure(less, m);
  return less.map((entry, index) => entry + Math.PI * structure[index]);
}

/** The J with J² = −I that turns each plane against the skew-symmetric L: its fastest plane first. */
function complexStructure(skew: Float64Array, m: number): Float64Array {
  const result = new Float64Array(m * m);
  let frame = identity(m);
  for (let rest = m; rest > 0; rest -= 2) {
    const block = restricted(skew, m, frame, rest);
    const mirrored = transpose(block, rest, rest);
    const backward = block.map((entry, index) => (mirrored[index] - entry) / 2);
    const squares = multiply(transpose(backward, rest, rest), backward, rest, rest, rest);
    const { vectors } = symmetricEigen(squares, rest);
    const from = columns(vectors, rest, rest - 1, rest);
    const image = multiply(backward, from, rest, rest, 1);
    const speed = Math.hypot(...image);
    const to =
      speed > 1e-150
        ? image.map((entry) => entry / speed)
        : columns(vectors, rest, rest - 2, rest - 1);
    const [v, u] = [from, to].map((vector) => multiply(frame, vector, m, rest, 1));
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < m; column++) {
        result[row * m + column] += u[row] * v[column] - v[row] * u[column];
      }
    }
    frame = multiply(frame, complement(from, to, rest), m, rest, rest - 2);
  }
  return result;
}

/** An orthonormal basis, rest × (rest − 2), of what is orthogonal to two vectors. */
function complement(v: Float64Array, u: Float64Array, rest: number): Float64Array {
  const taken = new Float64Array(rest * rest);
  for (let row = 0; row < rest; row++) {
    for (let column = 0; column < rest; column++) {
      taken[row * rest + column] = v[row] * v[column] + u[row] * u[column];
    }
  }
  return columns(symmetricEigen(taken, rest).vectors, rest, 0, rest - 2);
}

/** Qᵀ A Q for Q of n × m. */
function restricted(a: Float64Array, n: number, frame: Float64Array, m: number): Float64Array {
  return multiply(transpose(frame, n, m), multiply(a, frame, n, n, m), m, n, m);
}

function columns(matrix: Float64Array, n: number, first: number, last: number): Float64Array {
  const width = last - first;
  return new Float64Array(n * width).map(
    (_, entry) => matrix[Math.floor(entry / width) * n + first + (entry % width)],
  );
}
