import type { Observer, RandomStream } from '@noether/contracts';
import type { Dataset } from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import type { PipelineConfig } from '../config/pipeline-config.js';
import { loadCheckpoint } from '../folder/checkpoint-file.js';
import type { RunFiles } from '../folder/run-files.js';
import { readClaim } from '../folder/run-state.js';
import { checkHash } from './check-hash.js';
import { hashOf, loadDataset } from './load-dataset.js';

/** The data of a run, simulated or read again. */
export interface ReloadedData {
  readonly config: PipelineConfig;
  readonly dataset: Dataset;
  /** The stream of the run's seed, of which every stage splits its own. */
  readonly random: RandomStream;
}

/** @throws NoetherError `changed-data` when the data are no longer those of the run */
export async function reloadData(
  files: RunFiles,
  seed: number,
  { observe, signal }: { readonly observe: Observer; readonly signal?: AbortSignal },
): Promise<ReloadedData> {
  const { config } = await readClaim(files);
  const random = randomStream(seed);
  const context = { random: random.split('data'), observe, ...(signal && { signal }) };
  const dataset = await loadDataset(config, context);
  checkHash((await loadCheckpoint(files, observe))?.metadata.data, hashOf(dataset));
  return { config, dataset, random };
}
