import {
  type Context,
  type Encoder,
  type EquationSystem,
  type Forecast,
  type ForecastScore,
  type ForecastTrajectory,
  type Trajectories,
  dimensionOf,
  invalidArgument,
} from '@noether/contracts';
import { baselines } from './baselines.js';
import { commonGrid, type Grid, onGrid } from './common-grid.js';
import { firstUnbounded, holdFrom } from './hold-from.js';
import { spread } from './nrmse.js';
import { rollOut } from './roll-out.js';
import { type Yardstick, score } from './score.js';

/** What {@link forecastTrajectories} takes. */
export interface ForecastInput {
  readonly encoder: Encoder;
  /** Equations of the latent variables, in the time unit of the trajectories. */
  readonly equations: Pick<EquationSystem, 'variables' | 'evaluate'>;
  /** Unseen trajectories, all sampled at the same times since their start; lengths may differ. */
  readonly test: Trajectories;
  /** Trajectories from which the baselines are fitted. */
  readonly train: Trajectories;
  /** Coordinates in which `dmd` and `map` are fitted where the data have more than 128 variables. */
  readonly coordinates?: Encoder;
}

/** Options of {@link forecastTrajectories}. */
export interface ForecastOptions {
  /** The NRMSE that ends the valid time; 0.4 by default. */
  readonly threshold?: number;
  /** Longest time to forecast; to the end of the shortest test trajectory by default. */
  readonly horizon?: number;
  /** Rows between two compared times; by default 1 for up to 1,001 rows, and of more so many that at most 500 times are used. */
  readonly every?: number;
}

/**
 * Forecasts every test trajectory from its first state alone: z(0) = φ(x(0)), dz/dt = f(z) integrated over
 * the times of the trajectory, x̂(t) = ψ(z(t)); nothing is encoded again on the way.
 *
 * `nrmse` is √(mean over trajectories and variables of (x̂ − x)²) / σ, σ² the mean variance of the truth
 * over the compared times; `validTimes` are the first times at which a trajectory's own error over the same
 * σ exceeds `threshold` (the horizon when it never does), `validTime` their median. `floor` scores ψ(φ(x(t))),
 * which no forecast through this encoder can be expected to beat. Baselines: `persistence`, x̂(t) = x(0), and
 * `dmd` and `map`, an affine and a quadratic map fitted to the training trajectories at the same spacing and
 * iterated; they are left out with a note above 128 (`map` 12) variables and for unequal spacing. With
 * `coordinates`, data of more than 128 variables are mapped in those. A path that diverges gets that status
 * and repeats its last finite state.
 * @throws NoetherError when dimensions do not fit, sampling differs or the test trajectories do not move
 */
export async function forecastTrajectories(
  input: ForecastInput,
  options: ForecastOptions,
  context: Context,
): Promise<Forecast> {
  const { grid, yardstick } = prepare(input, options);
  const { train, test, encoder, coordinates } = input;
  const { truth, times, threshold } = yardstick;
  const items = await forecasts(input, yardstick, context);
  const floor: Float64Array[] = [];
  for (const states of truth) {
    context.signal?.throwIfAborted();
    floor.push(await encoder.decode(await encoder.encode(states)));
  }
  const note = (message: string): void =>
    context.observe({ kind: 'note', stage: 'forecast', message });
  return Object.freeze({
    kind: 'forecast',
    names: test.names,
    times,
    threshold,
    items,
    ...score(
      items.map((item) => item.predicted),
      yardstick,
    ),
    baselines: await baselines({ train, coordinates }, grid, yardstick, note),
    floor: score(floor, yardstick),
    provenance: { stage: 'forecast', options: { ...options, threshold, every: grid.every } },
  } as const);
}

/**
 * The score of one more method on the trajectories of {@link forecastTrajectories}, without baselines.
 * @throws NoetherError as {@link forecastTrajectories}
 */
export async function scoreForecast(
  input: ForecastInput,
  options: ForecastOptions,
  context: Context,
): Promise<ForecastScore> {
  const { yardstick } = prepare(input, options);
  const items = await forecasts(input, yardstick, context);
  return score(
    items.map((item) => item.predicted),
    yardstick,
  );
}

function prepare(
  input: ForecastInput,
  { threshold = 0.4, horizon, every }: ForecastOptions,
): { readonly grid: Grid; readonly yardstick: Yardstick } {
  checkInput(input, threshold);
  const { test } = input;
  const dimension = dimensionOf(test);
  const grid = commonGrid(test, every, horizon);
  const truth = test.items.map((item) => onGrid(item.states, dimension, grid));
  const sigma = spread(truth, dimension);
  return { grid, yardstick: { truth, dimension, times: grid.times, threshold, sigma } };
}

async function forecasts(
  { encoder, equations }: ForecastInput,
  { truth, dimension, times, sigma }: Yardstick,
  context: Context,
): Promise<ForecastTrajectory[]> {
  const k = encoder.latentDimension;
  const starts = Float64Array.from(truth.flatMap((states) => [...states.subarray(0, dimension)]));
  const latentStarts = await encoder.encode(starts);
  const items: ForecastTrajectory[] = [];
  const reasons: string[] = [];
  for (const [index, states] of truth.entries()) {
    context.signal?.throwIfAborted();
    const path = rollOut(equations, latentStarts.slice(index * k, (index + 1) * k), times);
    const predicted = await encoder.decode(path.states);
    const bounded = firstUnbounded(predicted, dimension, 1e6 * sigma + magnitude(states));
    holdFrom(predicted, dimension, Math.max(1, bounded));
    const status = bounded < times.length ? 'diverged' : path.status;
    if (status === 'diverged') reasons.push(path.reason || 'the decoded state left all bounds');
    items.push({ truth: states, predicted, latent: path.states, status });
    const done = index + 1;
    context.observe({
      kind: 'progress',
      stage: 'forecast',
      done,
      total: truth.length,
      unit: 'trajectory',
    });
  }
  if (reasons.length > 0) {
    const message = `${reasons.length} of ${truth.length} forecasts diverged; the first: ${reasons[0]}`;
    context.observe({ kind: 'warning', stage: 'forecast', message });
  }
  return items;
}

function magnitude(states: Float64Array): number {
  return states.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function checkInput({ encoder, equations, test, train }: ForecastInput, threshold: number): void {
  const d = dimensionOf(test);
  if (encoder.inputDimension !== d) {
    throw invalidArgument(
      'encoder.inputDimension',
      encoder.inputDimension,
      `test has ${d} variables`,
    );
  }
  if (equations.variables.length !== encoder.latentDimension) {
    throw invalidArgument(
      'equations.variables',
      equations.variables.join(', '),
      `the latent space has ${encoder.latentDimension} dimensions`,
    );
  }
  if (dimensionOf(train) !== d) {
    throw invalidArgument('train', train.names.join(', '), `test has ${test.names.join(', ')}`);
  }
  if (!(threshold > 0 && threshold < Infinity)) {
    throw invalidArgument('threshold', threshold, 'give a number above 0');
  }
}
