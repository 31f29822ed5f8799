import { join } from 'node:path';
import {
  type Context,
  type Forecast,
  identityEncoder,
  invalidArgument,
  NoetherError,
  type Observer,
  type Trajectories,
  trajectories,
} from '@noether/contracts';
import { readTrajectories, type ReadOptions } from '@noether/datasets';
import { forecastTrajectories, largestLyapunovExponent } from '@noether/forecast';
import { noiseLevel, randomStream } from '@noether/numerics';
import { drawForecast, drawSweep } from '@noether/report';
import {
  byFiniteDifferences,
  bySavitzkyGolay,
  bySmoothingSpline,
  equationDataOf,
  fitEquations,
  fitWeakEquations,
  type RunningEquations,
  type Sweep,
  sweepThresholds,
  type VelocityMethod,
} from '@noether/sindy';
import { writeJson } from './folder/json.js';
import { writeFigures } from './folder/write-figures.js';

/** How the velocities of a recording are made; `auto` takes `weak` where there is noise. */
export type EquationMethod = 'auto' | 'differences' | 'savitzky-golay' | 'spline' | 'weak';

/** Options of {@link findEquations}, besides those of the reader. */
export interface FindEquationsOptions extends ReadOptions {
  /** The file: .csv, .tsv, .txt or .npy. */
  readonly data: string;
  /** Folder for what is found; made when it is not there. */
  readonly out: string;
  /** Largest degree of the monomials; 3 by default. */
  readonly degree?: number;
  readonly method?: EquationMethod;
  /** Smallest |coefficient| that stays; by default a sweep picks it, and the weak form by significance. */
  readonly threshold?: number;
  /** Share of each trajectory, at its end, that the fit does not see; 0.2 by default. */
  readonly heldOut?: number;
  readonly observe: Observer;
}

/** What {@link findEquations} found. */
export interface FoundEquations {
  readonly data: Trajectories;
  readonly method: Exclude<EquationMethod, 'auto'>;
  /** Noise of the noisiest variable in units of its spread. */
  readonly noise: number;
  readonly system: RunningEquations;
  /** Undefined for the weak form. */
  readonly sweep?: Sweep;
  /** Largest Lyapunov exponent of the equations; undefined when their long path breaks off. */
  readonly lyapunovExponent?: number;
  /** Roll-outs of the equations over the held-out ends; undefined when they cannot be compared. */
  readonly forecast?: Forecast;
  /** Paths of what was written. */
  readonly files: readonly string[];
}

/** Where differences begin to suffer more from noise than the weak form from its windows. */
const NOISY = 0.005;

const velocities: Readonly<Record<string, () => VelocityMethod>> = {
  differences: () => byFiniteDifferences({ order: 4 }),
  'savitzky-golay': () => bySavitzkyGolay(),
  spline: () => bySmoothingSpline(),
};

/**
 * Equations of a recording in a file: velocities by differences or the weak form, a sweep over
 * thresholds judged by roll-outs on the held-out end of each trajectory, and a forecast of that end with its
 * baselines. Writes `equations.json`, `sweep.json`, `forecast.json` and figures to the folder.
 * @throws NoetherError when the file or an option is at fault
 */
export async function findEquations(options: FindEquationsOptions): Promise<FoundEquations> {
  const { data: file, out, degree = 3, threshold, heldOut = 0.2, observe } = options;
  checkOptions(options.method ?? 'auto', degree, threshold, heldOut);
  const data = await readTrajectories(file, options);
  const { fit, held } = cut(data, heldOut);
  const noise = noiseShare(fit);
  const asked = options.method ?? 'auto';
  const method = asked !== 'auto' ? asked : noise > NOISY ? 'weak' : 'differences';
  const random = randomStream(1);
  const context: Context = { random, observe };
  const limits = threshold === undefined ? {} : { threshold };
  let sweep: Sweep | undefined;
  let system: RunningEquations;
  if (method === 'weak') {
    system = fitWeakEquations(fit, { degree, ...limits }, context);
  } else {
    const rows = equationDataOf(fit, velocities[method]());
    const asked = threshold === undefined ? {} : { thresholds: [threshold] };
    sweep = sweepThresholds(rows, { degree, heldOut: held, ...asked }, context);
    // The picked model again, for what the fit has to say about it.
    system = fitEquations(rows, { degree, threshold: sweep.picked.threshold }, context);
  }
  const forecast = await forecastHeld(system, fit, held, context);
  const lyapunovExponent = exponentOf(system, fit);
  const found = {
    data,
    method,
    noise,
    system,
    ...(sweep && { sweep }),
    ...(forecast && { forecast }),
    ...(lyapunovExponent !== undefined && { lyapunovExponent }),
  };
  return { ...found, files: await write(out, found) };
}

function checkOptions(
  method: EquationMethod,
  degree: number,
  threshold: number | undefined,
  heldOut: number,
): void {
  const known = ['auto', 'weak', ...Object.keys(velocities)];
  if (!known.includes(method)) {
    throw invalidArgument('method', method, `give one of ${known.join(', ')}`);
  }
  if (!Number.isInteger(degree) || degree < 0 || degree > 10) {
    throw invalidArgument('degree', degree, 'give a whole number from 0 to 10');
  }
  if (threshold !== undefined && !(threshold > 0 && threshold < Infinity)) {
    throw invalidArgument('threshold', threshold, 'give a positive number');
  }
  if (!(heldOut > 0 && heldOut < 1)) {
    throw invalidArgument('heldOut', heldOut, 'give a share between 0 and 1');
  }
}

/** The rows to fit, without the velocities of the reader, and those at the end of each trajectory. */
function cut(data: Trajectories, share: number): { fit: Trajectories; held: Trajectories } {
  const d = data.names.length;
  const part = (from: (rows: number) => number, to: (rows: number) => number): Trajectories =>
    trajectories({
      ...data,
      items: data.items.map(({ times, states }) => {
        const [first, end] = [from(times.length), to(times.length)];
        return { times: times.slice(first, end), states: states.slice(first * d, end * d) };
      }),
    });
  const border = (rows: number): number => rows - Math.max(2, Math.round(share * rows));
  const short = data.items.findIndex(({ times }) => border(times.length) < 8);
  if (short >= 0) {
    throw new NoetherError(`Trajectory ${short} has ${data.items[short].times.length} rows.`, {
      code: 'trajectory-too-short',
      argument: `items[${short}]`,
      value: data.items[short].times.length,
      hint: 'Give at least 10 rows, or hold out a smaller share.',
    });
  }
  return {
    fit: part(() => 0, border),
    held: part(border, (rows) => rows),
  };
}

function noiseShare({ items, names }: Trajectories): number {
  const d = names.length;
  const shares = items.flatMap(({ times, states }) => {
    const levels = noiseLevel(times, states, d);
    return names.map((_, column) => {
      const values = states.filter((_value, at) => at % d === column);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      return square > 0 ? levels[column] / Math.sqrt(square) : 0;
    });
  });
  return Math.max(...shares);
}

/** Over ten times the span of the first trajectory, from its last state. */
function exponentOf(system: RunningEquations, { items, names }: Trajectories): number | undefined {
  const [{ times, states }] = items;
  const duration = 10 * (times[times.length - 1] - times[0]);
  try {
    return largestLyapunovExponent(system, states.slice(-names.length), { duration });
  } catch (cause) {
    if (cause instanceof NoetherError && cause.code === 'diverged') return undefined;
    throw cause;
  }
}

async function forecastHeld(
  equations: RunningEquations,
  train: Trajectories,
  test: Trajectories,
  context: Context,
): Promise<Forecast | undefined> {
  const encoder = identityEncoder(test.names.length);
  try {
    return await forecastTrajectories({ encoder, equations, test, train }, {}, context);
  } catch (cause) {
    if (!(cause instanceof NoetherError)) throw cause;
    const message = `no forecast of the held-out rows: ${cause.message}`;
    context.observe({ kind: 'note', stage: 'forecast', message });
    return undefined;
  }
}

async function write(
  out: string,
  { data, system, sweep, forecast, lyapunovExponent }: Omit<FoundEquations, 'files'>,
): Promise<string[]> {
  const files: string[] = [];
  const keep = async (name: string, value: unknown): Promise<void> => {
    files.push(join(out, name));
    await writeJson(join(out, name), value);
  };
  await keep('equations.json', { ...system.toJson(), text: system.text(6), lyapunovExponent });
  if (sweep) {
    const rows = sweep.rows.map(({ system: own, ...row }) => ({
      ...row,
      picked: own === sweep.picked.system,
      text: own.text(6),
    }));
    await keep('sweep.json', { kind: 'sweep', reason: sweep.reason, rows });
  }
  if (forecast) await keep('forecast.json', forecast);
  const figures = [
    ...(sweep ? await drawSweep(sweepPoints(sweep)) : []),
    ...(await drawForecast({ forecast: forecast ?? null, data: { units: data.units } })),
  ];
  return [...files, ...(await writeFigures(join(out, 'figures'), figures))];
}

function sweepPoints({ rows, picked }: Sweep): Parameters<typeof drawSweep>[0] {
  return rows.map((row) => ({
    terms: row.terms,
    threshold: row.threshold,
    error: row.heldOut ?? NaN,
    pareto: row.pareto,
    picked: row === picked,
  }));
}
