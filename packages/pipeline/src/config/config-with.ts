import { applySetting } from './apply-setting.js';
import { loadConfig } from './load-config.js';
import { parseConfig } from './parse-config.js';
import type { PipelineConfig } from './pipeline-config.js';

/**
 * The configuration of a preset with settings `path=value`.
 * @throws NoetherError what `loadConfig` and `parseConfig` throw
 */
export async function configWith(
  preset: string,
  settings: readonly string[],
): Promise<PipelineConfig> {
  const written: unknown = await loadConfig(preset);
  return parseConfig(settings.reduce(applySetting, written), preset);
}
