import { applySetting, loadConfig, parseConfig, type PipelineConfig } from '@noether/pipeline';

/**
 * The configuration of a preset or file with settings `path=value` applied in order; a data file set
 * this way is relative to the current folder.
 * @throws NoetherError that lists every mistake
 */
export async function readConfig(
  source: string,
  settings: readonly string[],
): Promise<PipelineConfig> {
  return withSettings(await loadConfig(source), source, settings);
}

/**
 * A configuration with settings `path=value` applied in order.
 * @throws NoetherError that lists every mistake
 */
export function withSettings(
  config: PipelineConfig,
  source: string,
  settings: readonly string[],
): PipelineConfig {
  if (settings.length === 0) return config;
  const changed = settings.reduce<unknown>(applySetting, config);
  return parseConfig(
    changed,
    `${source} with ${settings.map((text) => `--set ${text}`).join(' ')}`,
  );
}
