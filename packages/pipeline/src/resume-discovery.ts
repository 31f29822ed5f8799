import type { RunRecord } from '@noether/contracts';
import { loadEngine } from './engine-choice.js';
import { loadCheckpoint } from './folder/checkpoint-file.js';
import { withFolderLock } from './folder/folder-lock.js';
import { readRecord } from './folder/record-file.js';
import { runFiles, type RunFiles } from './folder/run-files.js';
import { readClaim, type Claim } from './folder/run-state.js';
import { runStages } from './run-stages.js';
import type { ResumeOptions } from './run-types.js';

/**
 * Goes on with an interrupted run from its last whole checkpoint, or from the beginning when it has
 * none, to the numbers that it would have reached uninterrupted. A finished run is returned as it is.
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
  if (record) {
    const message = `${files.folder} was already finished`;
    observe({ kind: 'note', stage: 'report', message });
  }
  return record;
}

async function goOn(
  files: RunFiles,
  { config, state }: Claim,
  options: ResumeOptions,
): Promise<RunRecord> {
  const { observe, signal } = options;
  const resume = await loadCheckpoint(files, observe);
  const { engine, name, threads } = await loadEngine({
    engine: options.engine ?? state.engine,
    threads: options.threads ?? state.threads,
  });
  const run = { files, config, seed: state.seed, engine, engineName: name, threads, resume };
  return runStages(run, { observe, ...(signal && { signal }) });
}
