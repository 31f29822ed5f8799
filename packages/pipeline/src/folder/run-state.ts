import { access, readdir, rm } from 'node:fs/promises';
import { invalidArgument, NoetherError } from '@noether/contracts';
import { parseConfig } from '../config/parse-config.js';
import type { PipelineConfig } from '../config/pipeline-config.js';
import { readJson, writeJson } from './json.js';
import { restartFiles, trialFiles, type RunFiles } from './run-files.js';

/** What, besides the configuration, decides the numbers of a run. */
export interface RunState {
  readonly kind: 'run-state';
  readonly seed: number;
  /** Name of the engine that the run began with. */
  readonly engine: string;
  /** That the engine may use; absent in runs of before. */
  readonly threads?: number;
  /** Of Noether, which began the run; absent in runs of before. */
  readonly version?: string;
}

/** Whose a folder is. */
export interface Claim {
  readonly config: PipelineConfig;
  readonly state: RunState;
}

const TRACES = ['config.json', 'state.json', 'run.json', 'seeds.json', 'checkpoint.safetensors'];

/** @throws NoetherError `folder-in-use` when the folder holds a run, finished or not, or is a file */
export async function refuseUsedFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown): string[] => {
    if ((cause as { code?: string }).code === 'ENOENT') return [];
    throw invalidArgument('out', folder, 'it must be a folder, or not be there yet');
  });
  if (!TRACES.some((name) => names.includes(name))) return;
  const finished = names.includes('run.json');
  throw new NoetherError(`${folder} already holds ${finished ? 'a finished' : 'another'} run.`, {
    code: 'folder-in-use',
    argument: 'out',
    value: folder,
    hint: `${finished ? 'Choose' : 'Resume that run, or choose'} another folder.`,
  });
}

/** Makes the folder a run's own with one file that says all; `config.json` is a copy for people. */
export async function claimFolder(
  files: RunFiles,
  config: PipelineConfig,
  state: RunState,
): Promise<void> {
  await writeJson(files.state, { ...state, config });
  await writeJson(files.config, config);
}

/** Empties a folder in which no training has begun, so that the corrected run can use it. */
export async function releaseFolder(files: RunFiles): Promise<void> {
  const begun = [files, trialFiles(files, 1)].flatMap((own) => [own, restartFiles(own, 0)]);
  for (const { checkpoint } of begun) if (await exists(checkpoint)) return;
  const { config, state, metrics, dimensionScan } = files;
  for (const path of [config, state, metrics, dimensionScan]) await rm(path, { force: true });
}

/**
 * Configuration and state of the run in a folder.
 * @throws NoetherError `no-run` when there is none
 */
export async function readClaim(files: RunFiles): Promise<Claim> {
  const found = (await readJson(files.state)) as (RunState & { config: unknown }) | undefined;
  if (!found) {
    throw new NoetherError(`${files.folder} holds no run.`, {
      code: 'no-run',
      argument: 'out',
      value: files.folder,
      hint: 'Check the path.',
    });
  }
  const { config, ...state } = found;
  return { config: parseConfig(config, files.state), state };
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
