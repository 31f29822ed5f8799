import type { RunRecord } from '@noether/contracts';
import { loadEngine } from './engine-choice.js';
import { loadCheckpoint } from './folder/checkpoint-file.js';
import { readRecord } from './folder/record-file.js';
import { runFiles } from './folder/run-files.js';
import { readClaim } from './folder/run-state.js';
import { runStages } from './run-stages.js';
import type { ResumeOptions } from './run-types.js';

/**
 * Goes on with an interrupted run from its last whole checkpoint, or from the beginning when it has
 * none, to the numbers that it would have reached uninterrupted. A finished run is returned as it is.
 * @throws NoetherError `no-run`, `corrupt-file` when no checkpoint can be read, `changed-data`, `aborted`
 */
export async function resumeDiscovery(out: string, options: ResumeOptions): Promise<RunRecord> {
  const files = runFiles(out);
  const { config, state } = await readClaim(files);
  const finished = await readRecord(files);
  const { observe, signal } = options;
  if (finished) {
    observe({ kind: 'note', stage: 'report', message: `${out} was already finished` });
    return finished;
  }
  const resume = await loadCheckpoint(files, observe);
  const { engine, name, threads } = await loadEngine({
    engine: options.engine ?? state.engine,
    threads: options.threads ?? state.threads,
  });
  const run = { files, config, seed: state.seed, engine, engineName: name, threads, resume };
  return runStages(run, { observe, ...(signal && { signal }) });
}
