import type { RunRecord } from '@noether/contracts';
import type { PipelineConfig } from './config/pipeline-config.js';
import type { DiscoverOptions } from './run-types.js';

export function discover(config: PipelineConfig, _run: DiscoverOptions): Promise<RunRecord> {
  return Promise.reject(new Error(config.name));
}
