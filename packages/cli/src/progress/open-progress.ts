import { styleOf } from '../style.js';
import { liveProgress } from './live-progress.js';
import { plainProgress } from './plain-progress.js';
import type { PrinterOptions, ProgressPrinter, Screen } from './progress-printer.js';

/** A live line where `stream` is a terminal that can redraw it, else whole lines. */
export function openProgress(
  stream: NodeJS.WriteStream,
  options: PrinterOptions = {},
): ProgressPrinter {
  const screen: Screen = {
    write: (text) => void stream.write(text),
    now: () => performance.now(),
    columns: () => stream.columns || 80,
    style: styleOf(stream),
  };
  const live = stream.isTTY && process.env.TERM !== 'dumb';
  return live ? liveProgress(screen, options) : plainProgress(screen, options);
}
