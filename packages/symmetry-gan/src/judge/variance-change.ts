import type { SymmetryBasis } from '@noether/contracts';
import { identity, mean, multiply, symmetricEigen, transpose } from '@noether/numerics';

/** How far an action changes how wide the states lie. */
export interface VarianceChange {
  /** log of the variance after over that before, in the direction in which it changes most. */
  readonly logRatio: number;
  /** In standard errors. */
  readonly deviations: number;
}

/** Share of the variance from which a direction is looked at. */
const LEAST_SHARE = 0.01;

/**
 * What group elements make of the second moments of states about the centre of the action, which an invariant law keeps. The
 * direction in which they change most, in units of the moments themselves so that no direction is too small, is found on one
 * half of the states and measured on the other, and the other way round; so many directions are no reason for a change. Directions that hold less
 * than a hundredth of the variance are left out, in which the errors of an autoencoder may be as large as the states. Null
 * where nothing varies.
 * @param latent row-major n × k
 * @param moved what random group elements make of them, one or more rounds
 */
export function varianceChange(
  { dimension: k, centre }: SymmetryBasis,
  latent: Float64Array,
  moved: readonly Float64Array[],
): VarianceChange | null {
  const onto = wideDirections(latent, centre, k);
  const r = onto.length / k;
  if (r === 0) return null;
  const [before, ...after] = [latent, ...moved].map((rows) => projected(rows, centre, onto, k));
  const halves = [0, 1].map((half) => ({
    before: everySecond(before, r, half),
    after: after.map((rows) => everySecond(rows, r, half)),
  }));
  const folds = halves.map((own, at) => changeAlong(mostChanged(own, r), halves[1 - at]));
  const [first, second] = folds;
  return {
    logRatio: (first.logRatio + second.logRatio) / 2,
    deviations: Math.abs(first.deviations + second.deviations) / Math.SQRT2,
  };
}

interface Half {
  readonly before: Float64Array;
  readonly after: readonly Float64Array[];
}

/** Principal directions of the states, as rows r × k. */
function wideDirections(latent: Float64Array, centre: Float64Array, k: number): Float64Array {
  const away = projected(latent, centre, identity(k), k);
  const { values, vectors } = symmetricEigen(moments(away, k), k);
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  const kept = values.filter((value) => value > 0 && value >= LEAST_SHARE * total).length;
  return transpose(vectors, k, k).slice((k - kept) * k);
}

function projected(
  rows: Float64Array,
  centre: Float64Array,
  onto: Float64Array,
  k: number,
): Float64Array {
  const away = rows.map((value, at) => value - centre[at % k]);
  const r = onto.length / k;
  return multiply(away, transpose(onto, r, k), rows.length / k, k, r);
}

function everySecond(rows: Float64Array, r: number, from: number): Float64Array {
  return rows.filter((_, at) => Math.floor(at / r) % 2 === from);
}

function moments(rows: Float64Array, r: number): Float64Array {
  return multiply(transpose(rows, rows.length / r, r), rows, r, rows.length / r, r).map(
    (sum) => (sum * r) / rows.length,
  );
}

/** The direction v in which vᵀMv is farthest from vᵀΣv, for the moments Σ before and M after. */
function mostChanged({ before, after }: Half, r: number): Float64Array {
  const { values, vectors } = symmetricEigen(moments(before, r), r);
  const whiten = vectors.map((entry, at) => entry / Math.sqrt(values[at % r]));
  const rounds = after.map((rows) => moments(multiply(rows, whiten, rows.length / r, r, r), r));
  const whole = rounds[0].map((_, at) => mean(rounds.map((round) => round[at])));
  const relative = symmetricEigen(whole, r);
  const farness = relative.values.map((value) => Math.abs(Math.log(Math.max(value, 1e-12))));
  const at = farness.indexOf(Math.max(...farness));
  return multiply(
    whiten,
    Float64Array.from({ length: r }, (_, i) => relative.vectors[i * r + at]),
    r,
    r,
    1,
  );
}

function changeAlong(direction: Float64Array, { before, after }: Half): VarianceChange {
  const r = direction.length;
  const squares = (rows: Float64Array): Float64Array =>
    multiply(rows, direction, rows.length / r, r, 1).map((value) => value * value);
  const then = squares(before);
  const rounds = after.map(squares);
  const changes = then.map((square, row) => mean(rounds.map((round) => round[row])) - square);
  const change = mean(changes);
  const error = Math.sqrt(mean(changes.map((one) => (one - change) ** 2)) / changes.length);
  return {
    logRatio: Math.log1p(change / mean(then)),
    deviations: error > 0 ? change / error : 0,
  };
}
