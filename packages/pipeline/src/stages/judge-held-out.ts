import {
  gatherWindows,
  type Encoder,
  type RandomStream,
  type SymmetryBasis,
  type Trajectories,
  type Windows,
} from '@noether/contracts';
import type { Dataset } from '@noether/datasets';
import { FEWEST_WINDOWS, judgeAction, type ActionJudgement } from '@noether/symmetry-gan';
import type { PipelineConfig } from '../config/pipeline-config.js';
import { cutWindows } from './cut-windows.js';

/** Windows that are handed to the judgement, at most, and numbers in them, of which it looks at a part. */
const MOST = 20_000;
const MOST_NUMBERS = 4e7;

/** An encoder and the generators that act behind it. */
export interface Action {
  readonly encoder: Encoder;
  readonly basis: SymmetryBasis;
}

/**
 * What an action does to the validation windows of a data set, and to what its motion conserves, without the
 * discriminator; null when there are too few of them to tell.
 */
export async function judgeHeldOut(
  action: Action,
  dataset: Dataset,
  config: PipelineConfig,
  random: RandomStream,
): Promise<ActionJudgement | null> {
  const cut = (part: Trajectories): Windows => cutWindows(part, config, dataset);
  const heldOut = cut(dataset.validation);
  if (heldOut.offsets.length < FEWEST_WINDOWS) return null;
  const { timesteps } = config.windows;
  const { coefficients } = config.symmetry;
  const samples = { heldOut: samplesOf(heldOut), reference: samplesOf(cut(dataset.train)) };
  const known = dataset.invariant && { invariant: dataset.invariant };
  return judgeAction({ ...action, ...samples, timesteps, coefficients, ...known }, random);
}

/** Windows as rows, evenly thinned where there are many. */
function samplesOf(data: Windows): Float64Array {
  const width = data.timesteps * data.dimension;
  const most = Math.max(1, Math.min(MOST, Math.floor(MOST_NUMBERS / width)));
  const every = Math.max(1, Math.ceil(data.offsets.length / most));
  const order = Int32Array.from(
    { length: Math.ceil(data.offsets.length / every) },
    (_, index) => index * every,
  );
  const rows = new Float32Array(order.length * width);
  gatherWindows(data, order, 0, order.length, rows);
  return Float64Array.from(rows);
}
