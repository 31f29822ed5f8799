import {
  dimensionOf,
  type Forecast,
  type ForecastTrajectory,
  type Trajectories,
} from '@noether/contracts';
import type { DataView } from '@noether/report';

/** Data of more variables are shown, and kept with a run, by so many of them. */
const MOST = 64;
const SHOWN = 8;
/** Rows that the variances are taken over. */
const ROWS = 200;

/**
 * The variables of wide data, such as the points of a field, that stand for all of them: spread evenly
 * over those that move at least half as much as the liveliest one. All of them up to 64.
 */
export function shownVariables(data: Trajectories): readonly number[] {
  const d = dimensionOf(data);
  const all = Array.from({ length: d }, (_, column) => column);
  if (d <= MOST) return all;
  const variances = variancesOf(data.items[0].states, d);
  const half = Math.max(...variances) / 2;
  const lively = all.filter((column) => variances[column] >= half);
  return Array.from(
    { length: Math.min(SHOWN, lively.length) },
    (_, index) => lively[Math.floor(((index + 0.5) * lively.length) / SHOWN)] ?? lively[index],
  );
}

function variancesOf(states: Float64Array, d: number): Float64Array {
  const rows = states.length / d;
  const every = Math.max(1, Math.ceil(rows / ROWS));
  const [sum, squares] = [new Float64Array(d), new Float64Array(d)];
  let count = 0;
  for (let row = 0; row < rows; row += every, count++) {
    for (let column = 0; column < d; column++) {
      const value = states[row * d + column];
      sum[column] += value;
      squares[column] += value * value;
    }
  }
  return squares.map((square, column) => square / count - (sum[column] / count) ** 2);
}

/** Some columns of row-major rows × dimension. */
export function pickColumns(
  rows: Float64Array,
  dimension: number,
  columns: readonly number[],
): Float64Array {
  const picked = new Float64Array((rows.length / dimension) * columns.length);
  for (let at = 0; at < picked.length; at++) {
    const row = Math.floor(at / columns.length);
    picked[at] = rows[row * dimension + columns[at % columns.length]];
  }
  return picked;
}

/** The forecast with the states of some variables only; its scores are of all. */
export function forecastOf(forecast: Forecast, columns: readonly number[]): Forecast {
  const d = forecast.names.length;
  if (columns.length === d) return forecast;
  const item = ({ truth, predicted, ...rest }: ForecastTrajectory): ForecastTrajectory => ({
    ...rest,
    truth: pickColumns(truth, d, columns),
    predicted: pickColumns(predicted, d, columns),
  });
  return {
    ...forecast,
    names: columns.map((column) => forecast.names[column]),
    items: forecast.items.map(item),
  };
}

/** The view with some variables only. */
export function dataViewOf(view: DataView, columns: readonly number[]): DataView {
  const { dimension: d, names, units } = view;
  if (columns.length === d) return view;
  const pick = (rows: Float64Array): Float64Array => pickColumns(rows, d, columns);
  return {
    names: columns.map((column) => names[column]),
    ...(units && { units: columns.map((column) => units[column]) }),
    dimension: columns.length,
    ...(view.scattered && { scattered: true }),
    original: view.original.map(pick),
    transformed: view.transformed.map(({ parameter, states }) => ({
      parameter,
      states: states.map(pick),
    })),
  };
}
