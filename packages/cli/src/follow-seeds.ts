import type { Observer, RunRecord } from '@noether/contracts';
import type { Summary } from '@noether/pipeline';
import { printOutcome } from './outcome/print-outcome.js';
import { seedTableHead, seedTableRow } from './outcome/seed-table.js';
import { openProgress } from './progress/open-progress.js';
import type { ProgressPrinter } from './progress/progress-printer.js';
import { runInterruptibly } from './run-interruptibly.js';
import { styleOf } from './style.js';

/** What a set of seeds needs to be followed. */
export interface SeedsFollowing {
  readonly observe: (seed: number) => Observer;
  readonly onSeed: (record: RunRecord) => void;
  readonly signal: AbortSignal;
}

/** Shows a table with one row for each seed as it ends, then the summary. Returns the exit code. */
export async function followSeeds(
  folder: string,
  json: boolean,
  start: (following: SeedsFollowing) => Promise<Summary>,
): Promise<number> {
  const stream = json ? process.stderr : process.stdout;
  const style = styleOf(stream);
  let progress: ProgressPrinter | null = null;
  const observe = (seed: number): Observer => {
    progress = openProgress(stream, { label: `seed ${seed}` });
    return progress.observe;
  };
  let rows = 0;
  const onSeed = (record: RunRecord): void => {
    progress?.finish('done');
    if (rows++ === 0) stream.write(`${seedTableHead(style)}\n`);
    stream.write(`${seedTableRow(record, style)}\n`);
  };
  return runInterruptibly(
    folder,
    () => progress,
    async (signal) => {
      const summary = await start({ observe, onSeed, signal });
      await printOutcome(summary, folder, json);
    },
  );
}
