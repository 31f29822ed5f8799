import { NoetherError } from '@noether/contracts';
import { inspectRun } from '@noether/pipeline';
import { commandName } from './command-name.js';
import { hasCrashed, withWayOn } from './failure.js';
import { shellWord } from './shell-word.js';
import { interruption } from './interruption.js';
import type { ProgressPrinter } from './progress/progress-printer.js';

/**
 * Does `work` until it ends or Ctrl-C stops it; then, or after a crash, says how the run in `folder` goes on.
 * @returns the exit code
 */
export async function runInterruptibly(
  folder: string,
  progress: Pick<ProgressPrinter, 'say' | 'finish'>,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<number> {
  const { signal, exitCode, release } = interruption(() => {
    progress.say('Stopping after this step; press Ctrl-C again to quit at once.');
  });
  try {
    await work(signal);
    return 0;
  } catch (error) {
    progress.finish('stopped');
    if (hasCrashed(error)) throw withWayOn(error, await wayOn(folder));
    if (!signal.aborted || !isAbort(error, signal)) throw error;
    process.stderr.write(`${`Stopped. ${await wayOn(folder)}`.trim()}\n`);
    return exitCode();
  } finally {
    release();
  }
}

/** How the run in a folder goes on; empty where none has begun. */
async function wayOn(folder: string): Promise<string> {
  const begun = (await inspectRun(folder)).kind !== 'none';
  return begun ? `Go on with: ${commandName()} resume ${shellWord(folder)}` : '';
}

function isAbort(error: unknown, signal: AbortSignal): boolean {
  return error === signal.reason || (error instanceof NoetherError && error.code === 'aborted');
}
