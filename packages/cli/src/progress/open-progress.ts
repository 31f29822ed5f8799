import { styleOf } from '../style.js';
import { liveBoard } from './live-board.js';
import { liveProgress } from './live-progress.js';
import { plainBoard } from './plain-board.js';
import { plainProgress } from './plain-progress.js';
import type { ProgressBoard } from './progress-board.js';
import type { ProgressPrinter, Screen } from './progress-printer.js';

/** A live line where `stream` is a terminal that can redraw it, else whole lines. */
export function openProgress(stream: NodeJS.WriteStream): ProgressPrinter {
  return isLive(stream) ? liveProgress(screenOf(stream)) : plainProgress(screenOf(stream));
}

/** The same for several runs at once. */
export function openBoard(stream: NodeJS.WriteStream): ProgressBoard {
  return isLive(stream) ? liveBoard(screenOf(stream)) : plainBoard(screenOf(stream));
}

function isLive(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && process.env.TERM !== 'dumb';
}

function screenOf(stream: NodeJS.WriteStream): Screen {
  return {
    write: (text) => void stream.write(text),
    now: () => performance.now(),
    columns: () => stream.columns || 80,
    rows: () => stream.rows || 24,
    style: styleOf(stream),
  };
}
