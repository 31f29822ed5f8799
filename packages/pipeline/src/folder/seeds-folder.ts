import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NoetherError } from '@noether/contracts';
import { parseConfig } from '../config/parse-config.js';
import type { PipelineConfig } from '../config/pipeline-config.js';
import { withFolderLock } from './folder-lock.js';
import { readJson, writeJson } from './json.js';
import { runFiles } from './run-files.js';
import { exists, refuseUsedFolder, releaseFolder } from './run-state.js';
import { isSameConfig } from './same-config.js';

/** The content of `seeds.json`: which seeds a folder is for. */
export interface SeedsState {
  readonly kind: 'seeds';
  readonly seeds: number;
  readonly firstSeed: number;
  readonly engine: string | null;
  /** That each run may use; absent in folders of before. */
  readonly threads?: number;
}

/**
 * Makes the folder that of these seeds, unless it is already.
 * @throws NoetherError `folder-in-use` when it holds anything else that has begun
 */
export async function claimSeedsFolder(
  out: string,
  config: PipelineConfig,
  state: SeedsState,
): Promise<void> {
  if (await exists(join(out, 'seeds.json'))) await releaseEmpty(out);
  if (await holdsSame(out, config, state)) return;
  await refuseUsedFolder(out);
  await writeJson(join(out, 'seeds.json'), { ...state, config });
  await writeJson(join(out, 'config.json'), config);
}

/** @throws NoetherError `no-run` when the folder is none of several seeds */
export async function readSeeds(
  out: string,
): Promise<{ readonly config: PipelineConfig; readonly state: SeedsState }> {
  const path = join(out, 'seeds.json');
  const found = (await readJson(path)) as (SeedsState & { config: unknown }) | undefined;
  if (!found) {
    throw new NoetherError(`${out} holds no runs of several seeds.`, {
      code: 'no-run',
      argument: 'out',
      value: out,
      hint: 'Check the path.',
    });
  }
  const { config, ...state } = found;
  return { config: parseConfig(config, path), state };
}

/** Gives a folder back in which no seed has a checkpoint, so that the corrected discovery can use it. */
export async function releaseUntrained(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    const files = runFiles(join(out, name));
    if (!name.startsWith('seed-') || (await exists(files.record))) continue;
    await withFolderLock(files.folder, () => releaseFolder(files)).catch(ignoreLocked);
  }
  await releaseEmpty(out);
}

/** Gives a folder back in which no seed has begun. */
export async function releaseEmpty(out: string): Promise<void> {
  const names = await readdir(out);
  if (names.some((name) => name.startsWith('seed-'))) return;
  for (const name of ['seeds.json', 'config.json']) await rm(join(out, name), { force: true });
  await rmdir(out).catch(() => undefined);
}

/** What another process writes is its own. */
function ignoreLocked(cause: unknown): void {
  if (!(cause instanceof NoetherError && cause.code === 'folder-locked')) throw cause;
}

async function holdsSame(
  out: string,
  config: PipelineConfig,
  { seeds, firstSeed }: SeedsState,
): Promise<boolean> {
  if (!(await exists(join(out, 'seeds.json')))) return false;
  const { config: stored, state } = await readSeeds(out);
  return isSameConfig(stored, config) && state.firstSeed === firstSeed && state.seeds === seeds;
}
