import { join } from 'node:path';
import { NoetherError, type RunRecord } from '@noether/contracts';
import type { PipelineConfig } from './config/pipeline-config.js';
import { isSameConfig } from './folder/same-config.js';
import { discover } from './discover.js';
import type { EngineChoice } from './engine-choice.js';
import { readRecord } from './folder/record-file.js';
import { runFiles } from './folder/run-files.js';
import { exists, readClaim } from './folder/run-state.js';
import type { RemoteFunction } from './parallel/remote-function.js';
import { resumeDiscovery } from './resume-discovery.js';

/** One seed of a discovery in its folder. */
export interface SeedInput extends EngineChoice {
  readonly out: string;
  readonly config: PipelineConfig;
  readonly seed: number;
}

/**
 * Begins a discovery in its folder, or goes on with it, with the threads that it began with.
 * @throws NoetherError `folder-in-use` when the folder holds a run with other settings or of another seed
 */
export const discoverSeed: RemoteFunction<SeedInput, RunRecord> = {
  module: import.meta.url,
  name: 'discoverSeed',
  async run({ out, config, seed, engine, threads }, { observe, signal }) {
    const common = { observe, signal, ...(engine !== undefined && { engine }) };
    if (!(await exists(join(out, 'state.json')))) {
      return discover(config, { out, seed, threads, ...common });
    }
    await refuseOther(out, config, seed);
    return resumeDiscovery(out, common);
  },
};

async function refuseOther(out: string, config: PipelineConfig, seed: number): Promise<void> {
  const files = runFiles(out);
  const { config: stored, state } = await readClaim(files);
  const seeds = [state.seed, (await readRecord(files))?.seed ?? seed];
  const other = seeds.find((found) => found !== seed);
  if (other === undefined && isSameConfig(stored, config)) return;
  const what = other === undefined ? 'with other settings' : `of seed ${other}`;
  throw new NoetherError(`${out} holds a run ${what}.`, {
    code: 'folder-in-use',
    argument: 'out',
    value: out,
    hint: 'Move that folder away to have the seed made here.',
  });
}
