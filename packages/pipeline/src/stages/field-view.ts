import {
  dimensionOf,
  type Encoder,
  type Forecast,
  type SymmetryBasis,
  type Trajectories,
} from '@noether/contracts';
import type { FieldSheet, FieldView } from '@noether/report';
import { moved, turnOf } from './along-the-group.js';
import { fieldLayout, type FieldLayout } from './field-layout.js';
import type { Training } from './train.js';

const COLUMNS = 4;
/** Pictures have at most so many points a side. */
const MOST = 64;
/** Share of a trajectory over which pictures of it are spread. */
const SPAN = 0.12;
/** Shares of the horizon at which a forecast is shown. */
const FORECAST_TIMES = [0, 0.13, 0.45, 1];

/** Pictures of data on a grid; undefined when the variables are on none. */
export async function fieldView(
  { encoder, basis, judgement }: Pick<Training, 'encoder' | 'basis' | 'judgement'>,
  data: Trajectories,
  forecast: Forecast | null,
): Promise<FieldView | undefined> {
  const layout = fieldLayout(data.names);
  if (!layout) return undefined;
  const { quantity, height, width } = layout;
  const thinning = height === 1 ? 1 : Math.ceil(Math.max(height, width) / MOST);
  const picture = (states: Float64Array, row: number): Float64Array =>
    pictureOf(states.subarray(row * data.names.length), layout, thinning);
  const size = {
    quantity,
    height: Math.ceil(height / thinning),
    width: Math.ceil(width / thinning),
    thinning,
  };
  const action = await actionSheet(encoder, basis, turnOf(judgement.omega), data, picture);
  return { ...size, action, ...(forecast && { forecast: forecastSheet(forecast, picture) }) };
}

type Picture = (states: Float64Array, row: number) => Float64Array;

async function actionSheet(
  encoder: Encoder,
  basis: SymmetryBasis,
  turn: number | null,
  data: Trajectories,
  picture: Picture,
): Promise<FieldSheet> {
  const { states, columns } = someStates(data);
  const series = [{ label: 'data', states }];
  const latent = await encoder.encode(states);
  series.push({ label: 'decoded', states: await encoder.decode(latent) });
  const parameters =
    basis.generators.length > 1
      ? [turn === null ? 1 : 0.25 * turn]
      : [0.125, 0.25, 0.5].map((part) => (turn === null ? 2 * part : part * turn));
  for (const [index] of basis.generators.slice(0, 3).entries()) {
    for (const w of parameters) {
      const acted = await encoder.decode(moved(basis, w, latent, index));
      const which = basis.generators.length > 1 ? '₁₂₃'[index] : '';
      series.push({ label: `w${which} = ${Number(w.toPrecision(2))}`, states: acted });
    }
  }
  return {
    columns,
    series: series.map(({ label, states: rows }) => ({
      label,
      pictures: columns.map((_, row) => picture(rows, row)),
    })),
  };
}

/** Some rows of the first trajectory, or of single states the first ones. */
function someStates(data: Trajectories): { states: Float64Array; columns: string[] } {
  const d = dimensionOf(data);
  const [{ times, states }] = data.items;
  if (times.length < COLUMNS) {
    const items = data.items.slice(0, COLUMNS);
    const rows = new Float64Array(items.length * d);
    items.forEach((item, index) => rows.set(item.states.subarray(0, d), index * d));
    return { states: rows, columns: items.map((_, index) => `state ${index + 1}`) };
  }
  const span = Math.max(COLUMNS - 1, Math.floor(SPAN * (times.length - 1)));
  const rows = new Float64Array(COLUMNS * d);
  const columns = Array.from({ length: COLUMNS }, (_, index) => {
    const row = Math.round((index * span) / (COLUMNS - 1));
    rows.set(states.subarray(row * d, (row + 1) * d), index * d);
    return timeLabel(times[row]);
  });
  return { states: rows, columns };
}

/** The first trajectory at uneven times, lest all of them show one phase of a period. */
function forecastSheet({ items, times }: Forecast, picture: Picture): FieldSheet {
  const [{ truth, predicted }] = items;
  const rows = FORECAST_TIMES.map((part) => Math.round(part * (times.length - 1)));
  const of = (states: Float64Array): Float64Array[] => rows.map((row) => picture(states, row));
  const [actual, forecast] = [of(truth), of(predicted)];
  const difference = forecast.map((values, index) =>
    values.map((value, at) => value - actual[index][at]),
  );
  return {
    columns: rows.map((row) => timeLabel(times[row])),
    series: [
      { label: 'truth', pictures: actual },
      { label: 'forecast', pictures: forecast },
      { label: 'difference', pictures: difference },
    ],
  };
}

function timeLabel(time: number): string {
  return `t = ${Number(time.toPrecision(4))}`;
}

/** Means over squares of `thinning` points a side, to three digits, as few as a picture needs. */
function pictureOf(
  state: Float64Array,
  { height, width, variables }: FieldLayout,
  thinning: number,
): Float64Array {
  const [rows, columns] = [Math.ceil(height / thinning), Math.ceil(width / thinning)];
  return Float64Array.from({ length: rows * columns }, (_, at) => {
    const [top, left] = [Math.floor(at / columns) * thinning, (at % columns) * thinning];
    let [sum, count] = [0, 0];
    for (let row = top; row < Math.min(top + thinning, height); row++) {
      for (let column = left; column < Math.min(left + thinning, width); column++, count++) {
        sum += state[variables[row * width + column]];
      }
    }
    return Number((sum / count).toPrecision(3));
  });
}
