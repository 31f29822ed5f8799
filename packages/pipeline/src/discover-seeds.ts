import type { PipelineConfig } from './config/pipeline-config.js';
import type { SeedsOptions, Summary } from './run-types.js';

/** Like {@link SeedsOptions} for a folder that holds the rest. */
export type ResumeSeedsOptions = Omit<SeedsOptions, 'out' | 'seeds' | 'firstSeed'>;

export function discoverSeeds(config: PipelineConfig, _options: SeedsOptions): Promise<Summary> {
  return Promise.reject(new Error(config.name));
}

export function resumeSeeds(out: string, _options: ResumeSeedsOptions): Promise<Summary> {
  return Promise.reject(new Error(out));
}
