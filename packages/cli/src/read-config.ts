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
  const config = await loadConfig(source);
  if (settings.length === 0) return config;
  const changed = settings.reduce<unknown>(applySetting, config);
  return parseConfig(
    changed,
    `${source} with ${settings.map((text) => `--set ${text}`).join(' ')}`,
  );
}
