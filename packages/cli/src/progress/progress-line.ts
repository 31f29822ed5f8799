import { formatDuration } from '../format-duration.js';
import { formatCount, formatNumber } from '../format-number.js';
import type { Style } from '../style.js';
import { fitLine, GAP, textPart, type Part } from './fit-line.js';
import type { Pace } from './stage-pace.js';

/** What a line of progress tells. */
export interface ProgressState {
  /** Before the stage, for instance `seed 3`. */
  readonly label?: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string;
  readonly pace: Pace;
  /** What else is worth saying, most important first. */
  readonly details: readonly string[];
}

/** Width of the column of stage names. */
export const STAGE_WIDTH = 10;
const BAR_WIDTH = 24;
const NARROW_BAR_WIDTH = 10;
const NARROW = 90;

/**
 * One line of at most `columns` characters: stage, bar, percentage, count, rate, time left, details.
 * What does not fit is left out from the right; on a narrow terminal the bar is shorter.
 */
export function progressLine(state: ProgressState, columns: number, style: Style): string {
  const { label, stage, done, total, unit, pace, details } = state;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const parts = [
    textPart(stageName(stage, label), style.bold),
    bar(share, columns < NARROW ? NARROW_BAR_WIDTH : BAR_WIDTH, style),
    textPart(`${Math.floor(100 * share)} %`.padStart(5)),
    textPart(`${formatCount(done)} of ${formatCount(total)} ${plural(unit, total)}`),
    ...(pace.rate === null ? [] : [textPart(`${formatNumber(pace.rate, 2)}/s`)]),
    ...(pace.left === null ? [] : [textPart(`${formatDuration(pace.left)} left`)]),
    ...details.map((detail) => textPart(detail, style.dim)),
  ];
  return fitLine(parts, columns);
}

/** The name at the beginning of a line, padded to a column when there is no label before it. */
export function stageName(stage: string, label?: string): string {
  return label === undefined ? stage.padEnd(STAGE_WIDTH) : `${label}${GAP}${stage}`;
}

/** `1 step`, `2 steps`, `3 trajectories`. */
export function plural(unit: string, count: number): string {
  if (count === 1 || unit === '') return unit;
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

function bar(share: number, width: number, style: Style): Part {
  const filled = Math.round(share * width);
  const written = style.accent('━'.repeat(filled)) + style.dim('╌'.repeat(width - filled));
  return { width, written };
}
