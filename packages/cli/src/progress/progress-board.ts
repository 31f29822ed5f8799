import type { Observer } from '@noether/contracts';

/** Shows the events of several runs at once. */
export interface ProgressBoard {
  /** Opens a line for a run, until it is closed; `label` begins it. */
  open(label: string): BoardLine;
  /** Puts text of one or several lines above the lines that are running. */
  say(text: string): void;
  /** Takes all lines away. */
  finish(): void;
}

/** The line of one run. */
export interface BoardLine {
  readonly observe: Observer;
  close(): void;
}
