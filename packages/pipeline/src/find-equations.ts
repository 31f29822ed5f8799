import {
  type Context,
  type Forecast,
  identityEncoder,
  invalidArgument,
  NoetherError,
  type Observer,
  type Trajectories,
} from '@noether/contracts';
import { readTrajectories, type ReadOptions } from '@noether/datasets';
import { forecastTrajectories, largestLyapunovExponent } from '@noether/forecast';
import { randomStream } from '@noether/numerics';
import {
  byFiniteDifferences,
  bySavitzkyGolay,
  bySmoothingSpline,
  equationDataOf,
  fitEquations,
  fitWeakEquations,
  mapDataOf,
  rollOutError,
  type RunningEquations,
  type Sweep,
  sweepThresholds,
  type VelocityMethod,
} from '@noether/sindy';
import { writeEquations } from './folder/write-equations.js';
import { holdOut } from './stages/held-out.js';
import { noiseShare } from './stages/noise-share.js';

/** How the velocities of a recording are made; `auto` takes `weak` where there is noise. */
export type EquationMethod = 'auto' | 'differences' | 'savitzky-golay' | 'spline' | 'weak';

/** Options of {@link findEquations}, besides those of the reader. */
export interface FindEquationsOptions extends ReadOptions {
  /** The file: .csv, .tsv, .txt, .npy, .h5 or .hdf5. */
  readonly data: string;
  /** Folder for what is found; made when it is not there. */
  readonly out: string;
  /** Largest degree of the monomials; 3 by default. */
  readonly degree?: number;
  readonly method?: EquationMethod;
  /** Whether the rows are steps of a discrete map x[k+1] = F(x[k]), without velocities; false by default. */
  readonly map?: boolean;
  /** Smallest |coefficient| that stays; by default a sweep picks it, and the weak form by significance. */
  readonly threshold?: number;
  /** Share of each trajectory, at its end, that the fit does not see; 0.2 by default. */
  readonly heldOut?: number;
  readonly observe: Observer;
}

/** What {@link findEquations} found. */
export interface FoundEquations {
  readonly data: Trajectories;
  readonly method: Exclude<EquationMethod, 'auto'> | 'map';
  /** Noise of the noisiest variable in units of its spread; undefined for a map. */
  readonly noise?: number;
  readonly system: RunningEquations;
  /** Undefined for the weak form. */
  readonly sweep?: Sweep;
  /** Largest Lyapunov exponent of the equations; undefined when their long path breaks off. */
  readonly lyapunovExponent?: number;
  /** Roll-outs of the equations over the held-out ends; undefined for a map, with inputs and when they cannot be compared. */
  readonly forecast?: Forecast;
  /** Error of roll-outs over the held-out ends in units of the spread, where there is no forecast. */
  readonly heldOutError?: number;
  /** Paths of what was written. */
  readonly files: readonly string[];
}

/** Where differences begin to suffer more from noise than the weak form from its windows. */
const NOISY = 0.005;

const velocities: Readonly<Record<string, () => VelocityMethod>> = {
  differences: () => (times, states, columns) =>
    byFiniteDifferences({ order: differenceOrder(times.length) })(times, states, columns),
  'savitzky-golay': () => bySavitzkyGolay(),
  spline: () => bySmoothingSpline(),
};

/**
 * 6, or what so few rows allow. With a lower order the error of the differences on clean data is larger than many a
 * coefficient, and terms that make up for it pass for a part of the equations.
 */
const differenceOrder = (rows: number): number =>
  Math.max(2, Math.min(6, 2 * Math.floor((rows - 1) / 2)));

/**
 * Equations of a recording in a file: velocities by differences or the weak form, a sweep over
 * thresholds judged by roll-outs on the held-out end of each trajectory, and a forecast of that end with its
 * baselines. Writes `equations.json`, `sweep.json`, `forecast.json` and figures to the folder.
 * @throws NoetherError when the file or an option is at fault
 */
export async function findEquations(options: FindEquationsOptions): Promise<FoundEquations> {
  const { data: file, out, degree = 3, map = false, threshold, heldOut = 0.2, observe } = options;
  checkOptions(options.method ?? 'auto', degree, threshold, heldOut);
  if (map && options.method !== undefined) {
    throw invalidArgument('method', options.method, 'a map has no velocities, leave it out');
  }
  const data = await readTrajectories(file, options);
  const context: Context = { random: randomStream(1), observe };
  const { fit, held } = holdOut(data, heldOut, context);
  const noise = map ? undefined : noiseShare(fit);
  const method: FoundEquations['method'] = map ? 'map' : methodFor(options.method, noise);
  const own = { method, degree, ...(threshold !== undefined && { threshold }) };
  const { system, sweep } = solve(fit, held, own, context);
  const driven = map || data.inputs !== undefined;
  const forecast = driven ? undefined : await forecastHeld(system, fit, held, context);
  const lyapunovExponent = driven ? undefined : exponentOf(system, fit);
  const found = {
    data,
    method,
    system,
    ...(noise !== undefined && { noise }),
    ...(sweep && { sweep }),
    ...(forecast ? { forecast } : { heldOutError: rollOutError(system, held) }),
    ...(lyapunovExponent !== undefined && { lyapunovExponent }),
  };
  return { ...found, files: await writeEquations(out, found) };
}

const methodFor = (asked: EquationMethod = 'auto', noise = 0): Exclude<EquationMethod, 'auto'> =>
  asked !== 'auto' ? asked : noise > NOISY ? 'weak' : 'differences';

/** The weak form picks its terms by significance, all others by a sweep over thresholds. */
function solve(
  fit: Trajectories,
  held: Trajectories,
  own: Pick<FoundEquations, 'method'> & { readonly degree: number; readonly threshold?: number },
  context: Context,
): Pick<FoundEquations, 'system' | 'sweep'> {
  const { method, degree, threshold } = own;
  if (method === 'weak') {
    const limits = threshold === undefined ? {} : { threshold };
    return { system: fitWeakEquations(fit, { degree, ...limits }, context) };
  }
  const rows = method === 'map' ? mapDataOf(fit) : equationDataOf(fit, velocities[method]());
  const thresholds = threshold === undefined ? {} : { thresholds: [threshold] };
  const sweep = sweepThresholds(rows, { degree, heldOut: held, ...thresholds }, context);
  // The picked model again, for what the fit has to say about it.
  const picked = { degree, threshold: sweep.picked.threshold };
  return { system: fitEquations(rows, picked, context), sweep };
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
