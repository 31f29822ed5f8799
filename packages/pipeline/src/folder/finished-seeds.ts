import { join } from 'node:path';
import { NoetherError } from '@noether/contracts';
import { inspectRun } from '../inspect-run.js';
import { runFiles, type RunFiles } from './run-files.js';

/** The finished run, or runs of several seeds, of a folder. */
export interface FinishedSeeds {
  readonly several: boolean;
  /** Name of the engine that was used; null when none was asked for. */
  readonly engine: string | null;
  readonly runs: readonly { readonly seed: number; readonly files: RunFiles }[];
}

/** @throws NoetherError `no-run` when the folder holds none, `unfinished` */
export async function finishedSeeds(folder: string): Promise<FinishedSeeds> {
  const found = await inspectRun(folder);
  if (found.kind === 'none')
    throw folderProblem('no-run', folder, 'holds no run', 'Check the path.');
  const { state, engine } = found;
  if (state !== 'finished') {
    throw folderProblem('unfinished', folder, 'is not finished', 'Resume it first.');
  }
  const several = found.kind === 'seeds';
  const runs = several
    ? found.seeds.map((seed) => ({ seed, files: runFiles(join(folder, `seed-${seed}`)) }))
    : [{ seed: found.seed, files: runFiles(folder) }];
  return { several, engine, runs };
}

/** An error about a folder: `FOLDER what.` */
export function folderProblem(
  code: string,
  folder: string,
  what: string,
  hint: string,
): NoetherError {
  return new NoetherError(`${folder} ${what}.`, { code, argument: 'folder', value: folder, hint });
}
