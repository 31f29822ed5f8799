import { NoetherError } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';

/** Functions θ(x) of a state: writes `count` numbers. */
export interface MapFeatures {
  readonly count: number;
  write(state: Float64Array, features: Float64Array): void;
}

/** Weight of the ridge against the length of a column: only directions without data feel it. */
const RIDGE = 1e-8;

/**
 * The weights W, row-major d × count, with least Σ |x(row + every) − W θ(x(row))|² over all rows of all
 * trajectories. Directions in which the features do not move get a zero weight.
 * @param paths states of the trajectories, each row-major rows × d, equally spaced in time
 * @param every rows between a state and the state it is mapped to
 * @throws NoetherError when no trajectory has more than `every` rows
 */
export function fitMap(
  paths: readonly Float64Array[],
  d: number,
  every: number,
  { count, write }: MapFeatures,
): Float64Array {
  const columns = count + d;
  const qr = streamingQr(columns);
  const row = new Float64Array(columns);
  const squares = new Float64Array(count);
  let pairs = 0;
  for (const path of paths) {
    for (let at = 0; at + every * d < path.length; at += d, pairs++) {
      write(path.subarray(at, at + d), row);
      row.set(path.subarray(at + every * d, at + (every + 1) * d), count);
      for (let column = 0; column < count; column++) squares[column] += row[column] ** 2;
      qr.push(row, 1);
    }
  }
  if (pairs === 0) {
    throw new NoetherError(`No trajectory has more than ${every} rows.`, {
      code: 'too-few-rows',
      argument: 'paths',
      value: every,
      hint: 'Give longer trajectories or a smaller `every`.',
    });
  }
  for (let column = 0; column < count; column++) {
    row.fill(0)[column] = RIDGE * Math.sqrt(squares[column] || 1);
    qr.push(row, 1);
  }
  return solved(qr.factor(), count, d);
}

/** Back substitution in R = [R₁₁ R₁₂; 0 R₂₂]: Wᵀ = R₁₁⁻¹ R₁₂. */
function solved(factor: Float64Array, count: number, d: number): Float64Array {
  const columns = count + d;
  const weights = new Float64Array(d * count);
  for (let target = 0; target < d; target++) {
    const solution = weights.subarray(target * count, (target + 1) * count);
    for (let row = count - 1; row >= 0; row--) {
      let value = factor[row * columns + count + target];
      for (let column = row + 1; column < count; column++) {
        value -= factor[row * columns + column] * solution[column];
      }
      solution[row] = value / factor[row * columns + row];
    }
  }
  return weights;
}
