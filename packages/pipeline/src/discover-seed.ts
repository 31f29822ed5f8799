import { join } from 'node:path';
import type { RunRecord } from '@noether/contracts';
import type { PipelineConfig } from './config/pipeline-config.js';
import { discover } from './discover.js';
import type { EngineChoice } from './engine-choice.js';
import { exists } from './folder/run-state.js';
import type { RemoteFunction } from './parallel/remote-function.js';
import { resumeDiscovery } from './resume-discovery.js';

/** One seed of a discovery in its folder. */
export interface SeedInput extends EngineChoice {
  readonly out: string;
  readonly config: PipelineConfig;
  readonly seed: number;
}

/** Begins a discovery in its folder, or goes on with it, with the threads that it began with. */
export const discoverSeed: RemoteFunction<SeedInput, RunRecord> = {
  module: import.meta.url,
  name: 'discoverSeed',
  async run({ out, config, seed, engine, threads }, { observe, signal }) {
    const common = { observe, signal, ...(engine !== undefined && { engine }) };
    if (await exists(join(out, 'state.json'))) return resumeDiscovery(out, common);
    return discover(config, { out, seed, threads, ...common });
  },
};
