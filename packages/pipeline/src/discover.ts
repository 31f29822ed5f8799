import { invalidArgument, NoetherError, type RunRecord } from '@noether/contracts';
import type { PipelineConfig } from './config/pipeline-config.js';
import { loadEngine } from './engine-choice.js';
import { withFolderLock } from './folder/folder-lock.js';
import { runFiles } from './folder/run-files.js';
import { claimFolder, refuseUsedFolder, releaseFolder } from './folder/run-state.js';
import { runStages } from './run-stages.js';
import type { Run } from './stage-context.js';
import { noetherVersion } from './versions.js';
import type { DiscoverOptions, ResumeOptions } from './run-types.js';

/**
 * A whole discovery: data, training of the symmetry, equations, forecast, report. Everything is written
 * to the folder `out`, each file whole or not at all, `run.json` last. How it ended, discovery or named
 * failure, is the record's `status`; only faulty input and an abort are thrown.
 * @throws NoetherError `folder-in-use`, `folder-locked`, `aborted` with a checkpoint in the folder, `engine-unavailable`,
 * `unknown-engine`, and what is wrong with the data
 */
export async function discover(
  config: PipelineConfig,
  options: DiscoverOptions,
): Promise<RunRecord> {
  const { out, seed, observe, signal } = options;
  if (!Number.isSafeInteger(seed)) throw invalidArgument('seed', seed, 'it must be a whole number');
  const { engine, name: engineName, threads } = await loadEngine(options);
  const files = runFiles(out);
  const run = { files, config, seed, engine, engineName, threads, resume: undefined };
  return withFolderLock(out, () => begin(run, { observe, ...(signal && { signal }) }));
}

async function begin(run: Run, options: ResumeOptions): Promise<RunRecord> {
  const { files, config, seed, engineName, threads } = run;
  await refuseUsedFolder(files.folder);
  const version = noetherVersion();
  const state = { kind: 'run-state', seed, engine: engineName, threads, version } as const;
  await claimFolder(files, config, state);
  try {
    return await runStages(run, options);
  } catch (cause) {
    const stopped = cause instanceof NoetherError && cause.code === 'aborted';
    if (!stopped) await releaseFolder(files);
    throw cause;
  }
}
