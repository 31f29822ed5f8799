import { toJson } from './json.js';
import { parseConfig } from '../config/parse-config.js';
import type { PipelineConfig } from '../config/pipeline-config.js';

/** Whether a configuration is the stored one, when it has been to a file and back as well. */
export function isSameConfig(stored: PipelineConfig, given: PipelineConfig): boolean {
  return toJson(stored) === toJson(parseConfig(JSON.parse(JSON.stringify(given)), 'config'));
}
