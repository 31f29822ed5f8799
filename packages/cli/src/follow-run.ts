import type { Observer, RunRecord } from '@noether/contracts';
import { printOutcome } from './outcome/print-outcome.js';
import { openProgress } from './progress/open-progress.js';
import { runInterruptibly } from './run-interruptibly.js';

/** What a run needs to be followed. */
export interface Following {
  readonly observe: Observer;
  readonly signal: AbortSignal;
}

/** Shows the progress of one run, then its outcome. Returns the exit code. */
export async function followRun(
  folder: string,
  json: boolean,
  start: (following: Following) => Promise<RunRecord>,
): Promise<number> {
  const progress = openProgress(json ? process.stderr : process.stdout);
  return runInterruptibly(folder, progress, async (signal) => {
    const record = await start({ observe: progress.observe, signal });
    progress.finish('done');
    await printOutcome(record, folder, json);
  });
}
