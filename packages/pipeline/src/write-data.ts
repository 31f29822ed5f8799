import type { Observer } from '@noether/contracts';
import {
  storedSide,
  waveFrames,
  writeNpy,
  type ReactionDiffusionOptions,
  type WrittenNpy,
} from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import type { PipelineConfig } from './config/pipeline-config.js';
import { loadDataset } from './stages/load-dataset.js';

/** Options of {@link writeData}. */
export interface WriteDataOptions {
  /** The .npy file. */
  readonly out: string;
  readonly seed: number;
  readonly observe: Observer;
  readonly signal?: AbortSignal;
}

/**
 * Writes the states of a configuration's data, those that a discovery with the same seed sees, to a .npy file
 * of float32: training, validation and test one after the other, shape (rows, variables) or (trajectories, rows,
 * variables). Frames of a field are written as they are computed, in constant memory.
 * @throws NoetherError what the simulators and the readers throw
 */
export async function writeData(
  config: PipelineConfig,
  { out, seed, observe, signal }: WriteDataOptions,
): Promise<WrittenNpy> {
  const { data } = config;
  const random = randomStream(seed).split('data');
  const context = { random, observe, ...(signal && { signal }) };
  if ('system' in data && data.system === 'reaction-diffusion') {
    return writeNpy(out, statesOf(data, context), { columns: storedSide(data) ** 2 });
  }
  const { train, validation, test } = await loadDataset(config, context);
  const items = [train, validation, test].flatMap((part) => part.items);
  const trajectories = items.length > 1 && { trajectories: items.length };
  const states = items.map((item) => item.states);
  return writeNpy(out, states, { columns: train.names.length, ...trajectories });
}

/** In steps that let signals and the disk have their turn. */
async function* statesOf(
  options: ReactionDiffusionOptions,
  context: Parameters<typeof waveFrames>[1],
): AsyncGenerator<Float64Array> {
  for (const { state } of waveFrames(options, context)) {
    yield state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
