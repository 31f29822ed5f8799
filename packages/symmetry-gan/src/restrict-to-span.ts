import { symmetryBasis, type SymmetryBasis } from '@noether/contracts';
import { identity, multiply, symmetricEigen, transpose } from '@noether/numerics';
import type { TrainingStatistics } from './training-statistics.js';

/** Share of the variance below which the data hold nothing in a direction. */
const NOTHING = 1e-3;

/** What is asked of the statistics of the states. */
type LatentSpread = Pick<TrainingStatistics, 'covariance' | 'smallestShare'>;

/** An action on the span of the states. */
export interface Span<Statistics extends LatentSpread = TrainingStatistics> {
  readonly basis: SymmetryBasis;
  readonly statistics: Statistics;
  /** P, the principal directions of the states as columns, row-major n × r; the unit matrix where nothing is left out. */
  readonly directions: Float64Array;
  /** How much of what the generators make of states in the span points out of it, ‖(1 − PPᵀ)LP‖ / ‖LP‖. */
  readonly leaving: number;
}

/**
 * The action on the span of the states: generators PᵀLP and centre Pᵀc, where the columns of P are the
 * principal directions that hold a thousandth of the variance or more. On raw coordinates states may
 * fill a subspace only, as two bodies about their common centre do; what a generator does outside of
 * it is neither determined by the data nor to be judged. States that fill their space, and those
 * without any spread, come back as they are.
 */
export function restrictToSpan<Statistics extends LatentSpread>(
  basis: SymmetryBasis,
  statistics: Statistics,
): Span<Statistics> {
  const { dimension: n, generators, centre } = basis;
  const { values, vectors } = symmetricEigen(statistics.covariance, n);
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  const kept = Array.from(values.keys()).filter((at) => values[at] >= NOTHING * total);
  const r = kept.length;
  if (r === n || !(total > 0)) {
    return { basis, statistics, directions: identity(n), leaving: 0 };
  }
  const directions = Float64Array.from(
    { length: n * r },
    (_, at) => vectors[Math.floor(at / r) * n + kept[at % r]],
  );
  const onto = transpose(directions, n, r);
  const restricted = symmetryBasis({
    dimension: r,
    generators: generators.map((generator) =>
      multiply(onto, multiply(generator, directions, n, n, r), r, n, r),
    ),
    centre: multiply(onto, centre, r, n, 1),
    provenance: basis.provenance,
  });
  const held = kept.map((at) => values[at]);
  const covariance = new Float64Array(r * r);
  held.forEach((value, at) => (covariance[at * r + at] = value));
  const smallestShare = Math.min(...held) / total;
  const leaving = leavingShare(generators, directions, r);
  const left = { ...statistics, covariance, smallestShare };
  return { basis: restricted, statistics: left, directions, leaving };
}

/** ‖(1 − PPᵀ)LP‖ / ‖LP‖ of all generators stacked; 0 when they do nothing there. */
function leavingShare(
  generators: readonly Float64Array[],
  directions: Float64Array,
  r: number,
): number {
  const n = directions.length / r;
  const onto = transpose(directions, n, r);
  let [out, whole] = [0, 0];
  for (const generator of generators) {
    const moved = multiply(generator, directions, n, n, r);
    const kept = multiply(directions, multiply(onto, moved, r, n, r), n, r, r);
    moved.forEach((value, at) => {
      whole += value * value;
      out += (value - kept[at]) ** 2;
    });
  }
  return whole > 0 ? Math.sqrt(out / whole) : 0;
}
