import type { Observer } from '@noether/contracts';
import type { Style } from '../style.js';

/** Where lines go and what time it is. */
export interface Screen {
  write(text: string): void;
  /** Milliseconds. */
  now(): number;
  /** Width of the terminal in characters, asked before each line. */
  columns(): number;
  /** Its height in lines. */
  rows(): number;
  readonly style: Style;
}

/** Shows the events of one run. */
export interface ProgressPrinter {
  readonly observe: Observer;
  /** Puts a line of text above the line that is running. */
  say(text: string): void;
  /** Ends the line of the stage that is running; `stopped` when it did not come to its end. */
  finish(how: 'done' | 'stopped'): void;
}
