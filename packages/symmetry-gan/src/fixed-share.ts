import type { SymmetryBasis } from '@noether/contracts';
import { multiply, symmetricEigen, transpose } from '@noether/numerics';

/** Singular value of all generators stacked, of the largest, down to which a direction counts as moved. */
const MOVED = 0.1;

/**
 * An orthonormal basis of the directions that no generator moves, as rows, m × k: right singular vectors of all generators
 * stacked. None where nothing moves at all.
 */
export function fixedDirections({ generators, dimension: k }: SymmetryBasis): Float64Array {
  const stacked = Float64Array.from(generators.flatMap((generator) => [...generator]));
  const rows = stacked.length / k;
  const gram = multiply(transpose(stacked, rows, k), stacked, k, rows, k);
  if (!gram.every(Number.isFinite)) return new Float64Array(0);
  const { values, vectors } = symmetricEigen(gram, k);
  const least = MOVED ** 2 * values[k - 1];
  const fixed = least > 0 ? values.filter((value) => value <= least).length : 0;
  return transpose(vectors, k, k).slice(0, fixed * k);
}

/**
 * Mean over states of |P(z − c)|² / |z − c|², with P the projection onto the directions that no generator moves: what of the cosine
 * between g·z and z no group element can take away. States at the centre c, the basis' own, count as if their parts were equal.
 * @param states row-major n × k
 */
export function fixedShare(basis: SymmetryBasis, states: Float64Array): number {
  const { dimension: k, centre } = basis;
  const directions = fixedDirections(basis);
  const m = directions.length / k;
  if (m === 0) return 0;
  const count = states.length / k;
  const offsets = states.map((value, at) => value - centre[at % k]);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const offset = offsets.subarray(at * k, (at + 1) * k);
    const whole = squares(offset);
    sum += whole > 0 ? squares(multiply(directions, offset, m, k, 1)) / whole : m / k;
  }
  return sum / count;
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
