import type { RunRecord } from '@noether/contracts';
import { loadEngine } from './engine-choice.js';
import { loadCheckpoint } from './folder/checkpoint-file.js';
import { withFolderLock } from './folder/folder-lock.js';
import { readRecord } from './folder/record-file.js';
import { runFiles, type RunFiles } from './folder/run-files.js';
import { readClaim, type Claim } from './folder/run-state.js';
import { keptEvent } from './kept-event.js';
import { runStages } from './run-stages.js';
import type { ResumeOptions } from './run-types.js';
import { nameOf, noetherVersion, versionOf } from './versions.js';

/**
 * Goes on with an interrupted run from its last whole checkpoint, or from the beginning when it has
 * none, to the numbers that it would have reached uninterrupted. A finished run is returned as it is, with a
 * warning when another version of Noether made it, as there is when another one began the run.
 * @throws NoetherError `no-run`, `folder-locked`, `corrupt-file` when no checkpoint can be read, `changed-data`, `aborted`
 */
export async function resumeDiscovery(out: string, options: ResumeOptions): Promise<RunRecord> {
  const files = runFiles(out);
  const claim = await readClaim(files);
  const known = (): Promise<RunRecord | undefined> => finished(files, options);
  // A finished run is only read, and another process may finish this one before the folder is free.
  const resume = async (): Promise<RunRecord> => (await known()) ?? goOn(files, claim, options);
  return (await known()) ?? withFolderLock(out, resume);
}

async function finished(
  files: RunFiles,
  { observe }: ResumeOptions,
): Promise<RunRecord | undefined> {
  const record = await readRecord(files);
  if (record) observe(keptEvent(files.folder, versionOf(record)));
  return record;
}

async function goOn(
  files: RunFiles,
  { config, state }: Claim,
  options: ResumeOptions,
): Promise<RunRecord> {
  const { observe, signal } = options;
  const resume = await loadCheckpoint(files, observe);
  const version = noetherVersion();
  if (resume && state.version !== version) {
    const message = `${files.folder} was begun by ${nameOf(state.version)}; this is ${nameOf(version)}, and its numbers may be those of neither`;
    observe({ kind: 'warning', stage: 'training', message });
  }
  const { engine, name, threads } = await loadEngine({
    engine: options.engine ?? state.engine,
    threads: options.threads ?? state.threads,
  });
  const run = { files, config, seed: state.seed, engine, engineName: name, threads, resume };
  return runStages(run, { observe, ...(signal && { signal }) });
}
