import { formatDuration } from '../format-duration.js';
import { formatCount, formatNumber } from '../format-number.js';
import { plural, stageName, type ProgressState } from './progress-line.js';
import type { ProgressPrinter, Screen } from './progress-printer.js';
import { stageTracker } from './stage-tracker.js';

/** Milliseconds between two lines: after an epoch, and when nothing else is heard. */
const AFTER_EPOCH = 2_000;
const AT_LEAST = 10_000;

/** One run of many. */
export interface OneOfMany {
  /** Begins every line; then finished stages leave no line of their own. */
  readonly label: string;
  /** How many run at the moment. */
  share(): number;
}

/**
 * Whole lines for files and pipes: about one an epoch, never more than one in two seconds; of one run of many in
 * ten seconds for each that runs.
 */
export function plainProgress(screen: Screen, many?: OneOfMany): ProgressPrinter {
  const label = many?.label;
  const line = (stage: string, text: string): void =>
    screen.write(`${stageName(stage, label)}  ${text}\n`);
  let printed = -Infinity;
  const tracker = stageTracker(label, (previous, now) => {
    if (previous && label === undefined) line(previous.stage, previous.summary(now));
    printed = now;
  });
  const afterEpoch = many ? AT_LEAST : AFTER_EPOCH;
  let epochEnded = false;
  return {
    say: (text) => screen.write(`${text}\n`),
    observe(event) {
      const now = screen.now();
      const { state } = tracker.track(event, now);
      if (event.kind === 'metrics') epochEnded = true;
      if (event.kind === 'note') line(event.stage, event.message);
      if (event.kind === 'warning') line(event.stage, `warning: ${event.message}`);
      if (event.kind !== 'progress' || !state || state.done >= state.total) return;
      const pause = (epochEnded ? afterEpoch : AT_LEAST) * (many?.share() ?? 1);
      if (now - printed < pause) return;
      line(event.stage, describe(state));
      printed = now;
      epochEnded = false;
    },
    finish(how) {
      const current = tracker.current();
      if (current && label === undefined) {
        const summary = current.summary(screen.now());
        line(current.stage, how === 'done' ? summary : `stopped after ${summary}`);
      }
      tracker.end();
    },
  };
}

function describe({ done, total, unit, pace, details }: ProgressState): string {
  const percent = Math.floor((100 * done) / Math.max(1, total));
  return [
    `${percent} %`,
    `${formatCount(done)} of ${formatCount(total)} ${plural(unit, total)}`,
    ...(pace.rate === null ? [] : [`${formatNumber(pace.rate, 2)}/s`]),
    ...(pace.left === null ? [] : [`${formatDuration(pace.left)} left`]),
    ...details,
  ].join(', ');
}
