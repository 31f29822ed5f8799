import type { Observer, RunRecord } from '@noether/contracts';
import type { Summary } from '@noether/pipeline';
import { printOutcome } from './outcome/print-outcome.js';
import { seedTableHead, seedTableRow } from './outcome/seed-table.js';
import { openBoard } from './progress/open-progress.js';
import type { BoardLine } from './progress/progress-board.js';
import { runInterruptibly } from './run-interruptibly.js';
import { styleOf } from './style.js';

/** What a set of seeds needs to be followed. */
export interface SeedsFollowing {
  readonly observe: (seed: number) => Observer;
  readonly onSeed: (record: RunRecord) => void;
  readonly onEnd: (seed: number) => void;
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
  const board = openBoard(stream);
  const lines = new Map<number, BoardLine>();
  const observe = (seed: number): Observer => {
    const line = board.open(`seed ${seed}`);
    lines.set(seed, line);
    return line.observe;
  };
  const onEnd = (seed: number): void => lines.get(seed)?.close();
  let rows = 0;
  const onSeed = (record: RunRecord): void => {
    if (rows++ === 0) board.say(seedTableHead(style));
    board.say(seedTableRow(record, style));
  };
  return runInterruptibly(folder, board, async (signal) => {
    const summary = await start({ observe, onSeed, onEnd, signal });
    board.finish();
    await printOutcome(summary, folder, json);
  });
}
