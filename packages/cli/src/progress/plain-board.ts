import { plainProgress } from './plain-progress.js';
import type { ProgressBoard } from './progress-board.js';
import type { Screen } from './progress-printer.js';

/** Whole lines that begin with the name of their run, for files and pipes; the more runs, the rarer for each. */
export function plainBoard(screen: Screen): ProgressBoard {
  let running = 0;
  return {
    open(label) {
      running += 1;
      const { observe } = plainProgress(screen, { label, share: () => running });
      return { observe, close: () => void (running -= 1) };
    },
    say: (text) => screen.write(`${text}\n`),
    finish: () => undefined,
  };
}
