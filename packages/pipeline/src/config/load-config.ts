import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NoetherError, nearestName } from '@noether/contracts';
import { parseConfig } from './parse-config.js';
import type { PipelineConfig } from './pipeline-config.js';

/** Where presets lie: beside the packages in the repository, in the package once published. */
const FOLDERS = ['../../../../examples/', '../../presets/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Names of the presets, sorted. */
export async function listPresets(): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of FOLDERS) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (await exists(resolve(folder, name, 'pipeline.json'))) names.add(name);
    }
  }
  return [...names].sort();
}

/**
 * Reads the configuration of a preset, or of a .json file. A data file named in it is looked for
 * relative to the configuration.
 * @throws NoetherError `unknown-preset` with the nearest name, `missing-file`, `unreadable-file`, also for a
 * folder, `invalid-config`
 */
export async function loadConfig(presetOrPath: string): Promise<PipelineConfig> {
  const path = await pathOf(presetOrPath);
  const config = parseConfig(await readJson(path), presetOrPath);
  const { data } = config;
  const near = (file: string): string => resolve(dirname(path), file);
  if ('file' in data && data.file !== undefined) {
    return { ...config, data: { ...data, file: near(data.file) } };
  }
  if (!('system' in data)) return config;
  if (data.system !== 'rotating-object' || !/\.off$/i.test(data.object ?? '')) return config;
  return { ...config, data: { ...data, object: near(data.object ?? '') } };
}

async function pathOf(presetOrPath: string): Promise<string> {
  if (/\.json$|[/\\]/.test(presetOrPath)) return resolve(presetOrPath);
  const presets = await listPresets();
  if (!presets.includes(presetOrPath)) throw unknownPreset(presetOrPath, presets);
  for (const folder of FOLDERS) {
    const path = resolve(folder, presetOrPath, 'pipeline.json');
    if (await exists(path)) return path;
  }
  throw unknownPreset(presetOrPath, presets);
}

function unknownPreset(name: string, presets: readonly string[]): NoetherError {
  const similar = nearestName(name, presets);
  const suggestion = similar ? `Did you mean ${similar}? ` : '';
  return new NoetherError(`There is no preset called "${name}".`, {
    code: 'unknown-preset',
    argument: 'preset',
    value: name,
    hint: `${suggestion}Presets are ${presets.join(', ')}; or give the path of a .json file.`,
  });
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw await unreadable(path, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NoetherError(`${path} is not JSON: ${(cause as Error).message}.`, {
      code: 'invalid-config',
      argument: path,
      cause,
    });
  }
}

/** The error of a configuration that the file system does not give, which differs for a folder. */
async function unreadable(path: string, cause: unknown): Promise<NoetherError> {
  const { code } = cause as { code?: string };
  const details = { argument: 'config', value: path, cause };
  if (code === 'ENOENT') {
    return new NoetherError(`${path} does not exist.`, { ...details, code: 'missing-file' });
  }
  if (code !== 'EISDIR') {
    const hint = String(cause);
    return new NoetherError(`${path} cannot be read.`, {
      ...details,
      code: 'unreadable-file',
      hint,
    });
  }
  const inside = join(path, 'pipeline.json');
  return new NoetherError(`${path} is a folder.`, {
    ...details,
    code: 'unreadable-file',
    hint: (await exists(inside))
      ? `Give the configuration in it: ${inside}.`
      : `Give a pipeline.json or a preset: ${(await listPresets()).join(', ')}.`,
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
