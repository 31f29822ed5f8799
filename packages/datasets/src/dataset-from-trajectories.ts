import {
  type ConservedQuantity,
  type Context,
  gapText,
  type Trajectories,
} from '@noether/contracts';
import type { Dataset } from './dataset.js';
import { positiveInteger } from './positive-integer.js';
import { samplingUnevenness } from './sampling-unevenness.js';
import { splitInTime } from './split-in-time.js';
import { splitTrajectories } from './split-trajectories.js';
import type { SplitFractions } from './split.js';
import { withVelocities } from './with-velocities.js';

const unevenAbove = 0.01;

/** Options of {@link datasetFromTrajectories}. */
export interface DatasetOptions {
  /** Default `own data`. */
  readonly name?: string;
  /** Default 0.8 to train, 0.1 to validation, 0.1 to test. */
  readonly fractions?: SplitFractions;
  /**
   * `trajectories` deals whole trajectories out at random, `time` cuts each of them in time; default
   * `trajectories`, or `time` when there are fewer than three.
   */
  readonly split?: 'trajectories' | 'time';
  /** Rows between the states of a training window; default 1. */
  readonly interval?: number;
  /** A quantity known to be constant along the motion, by which a discovery can be judged. */
  readonly invariant?: ConservedQuantity;
}

/**
 * Makes a data set of your own trajectories: missing velocities by {@link withVelocities}, then the
 * split. Warns through the observer when rows are not evenly spaced in time, because the states of a
 * window are counted in rows.
 * @throws NoetherError when there is too little data for the split
 */
export function datasetFromTrajectories(
  data: Trajectories,
  options: DatasetOptions,
  context: Context,
): Dataset {
  const { name = 'own data', fractions = { train: 0.8, validation: 0.1, test: 0.1 } } = options;
  const interval = positiveInteger('interval', options.interval ?? 1);
  const way = options.split ?? (data.items.length < 3 ? 'time' : 'trajectories');
  if (data.gaps) context.observe({ kind: 'note', stage: 'data', message: gapText(data.gaps) });
  warnWhenUneven(data, context);
  const complete = withVelocities(data);
  const split =
    way === 'time'
      ? splitInTime(complete, fractions)
      : splitTrajectories(complete, fractions, context.random.split('split'));
  const { invariant } = options;
  return Object.freeze({ name, ...split, interval, ...(invariant && { invariant }) });
}

function warnWhenUneven(data: Trajectories, context: Context): void {
  const unevenness = samplingUnevenness(data);
  if (unevenness <= unevenAbove) return;
  context.observe({
    kind: 'warning',
    stage: 'data',
    message:
      `The time between rows varies by ${(100 * unevenness).toPrecision(2)} %; the states of a ` +
      'window are not all the same time apart. Resample to even times.',
  });
}
