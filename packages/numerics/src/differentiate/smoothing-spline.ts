import { checkSamples } from './check-samples.js';
import { noiseLevel } from './noise-level.js';
import { penalisedSpline } from './penalised-spline.js';

/** Options of {@link smoothingSpline}: a penalty, or a noise level, or neither. */
export interface SmoothingSplineOptions {
  /** λ in Σ(y − g)² + λ∫g″². */
  readonly penalty?: number;
  /** Standard deviation of the noise, one for all columns; estimated by `noiseLevel` when left out. */
  readonly noise?: number;
}

/** Values and first derivatives of the spline at the times, row-major rows × columns. */
export interface SmoothedSamples {
  readonly values: Float64Array;
  readonly derivatives: Float64Array;
}

/**
 * The natural cubic spline g that minimises Σ(y − g)² + λ∫g″² (Reinsch, Numer. Math. 10, 1967), in linear
 * time on any increasing times. Without `penalty`, λ is such that the mean square of y − g is the square
 * of the noise level: as smooth as the noise allows.
 * @param values row-major rows × columns, 4 rows or more
 * @throws RangeError for times that do not increase or a negative option
 */
export function smoothingSpline(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
  { penalty, noise }: SmoothingSplineOptions = {},
): SmoothedSamples {
  const rows = checkSamples(times, values, columns);
  if (rows < 4) throw new RangeError(`${rows} rows are too few; give 4 or more.`);
  for (const [name, value] of Object.entries({ penalty, noise })) {
    if (value !== undefined && !(value >= 0)) {
      throw new RangeError(`${name} is ${value}; give a number, 0 or more.`);
    }
  }
  const levels = noise === undefined ? noiseLevel(times, values, columns) : undefined;
  const result = {
    values: new Float64Array(rows * columns),
    derivatives: new Float64Array(rows * columns),
  };
  for (let column = 0; column < columns; column++) {
    const samples = Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]);
    const level = noise ?? levels?.[column] ?? 0;
    const found = penalisedSpline(times, samples, penalty ?? penaltyFor(times, samples, level));
    for (let row = 0; row < rows; row++) {
      result.values[row * columns + column] = found.values[row];
      result.derivatives[row * columns + column] = found.derivatives[row];
    }
  }
  return result;
}

/** λ with a mean squared residual of level², by bisection of ln λ. */
function penaltyFor(times: ArrayLike<number>, samples: Float64Array, level: number): number {
  if (level === 0) return 0;
  const span = times[times.length - 1] - times[0];
  let low = Math.log(1e-18 * span ** 3);
  let high = Math.log(1e6 * span ** 3);
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    const { values } = penalisedSpline(times, samples, Math.exp(middle));
    const square = samples.reduce((sum, value, row) => sum + (value - values[row]) ** 2, 0);
    if (square > samples.length * level * level) high = middle;
    else low = middle;
  }
  return Math.exp(low);
}
