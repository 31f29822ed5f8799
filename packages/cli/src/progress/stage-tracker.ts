import type { ProgressEvent } from '@noether/contracts';
import { formatDuration } from '../format-duration.js';
import { formatCount } from '../format-number.js';
import { lossDetails } from './loss-details.js';
import { plural, type ProgressState } from './progress-line.js';
import { stagePace } from './stage-pace.js';

/** The stage that is running, as its events tell. */
export interface RunningStage {
  readonly stage: string;
  /** Milliseconds, of the first event. */
  readonly since: number;
  /** Null before the first progress event. */
  readonly state: ProgressState | null;
  readonly epoch: number | null;
  /** What is left to say when the stage is over: `3,000 steps in 1 min 48 s`. */
  summary(now: number): string;
}

/** Follows events to the stage that is running; `began` hears when another one begins. */
export function stageTracker(
  label: string | undefined,
  began: (previous: RunningStage | null, now: number) => void,
): {
  track(event: ProgressEvent, now: number): RunningStage;
  current(): RunningStage | null;
  end(): void;
} {
  let current: MutableStage | null = null;
  const track = (event: ProgressEvent, now: number): RunningStage => {
    if (current?.stage !== event.stage) {
      began(current, now);
      current = newStage(event.stage, now);
    }
    follow(current, label, event, now);
    return current;
  };
  const end = (): void => {
    current = null;
  };
  return { track, current: () => current, end };
}

interface MutableStage extends RunningStage {
  state: ProgressState | null;
  epoch: number | null;
  details: readonly string[];
  readonly paceAt: ReturnType<typeof stagePace>;
}

function newStage(stage: string, since: number): MutableStage {
  return {
    stage,
    since,
    state: null,
    epoch: null,
    details: [],
    paceAt: stagePace(),
    summary(now) {
      const time = formatDuration((now - since) / 1000);
      if (!this.state) return time;
      const { done, unit } = this.state;
      return `${formatCount(done)} ${plural(unit, done)} in ${time}`;
    },
  };
}

function follow(
  current: MutableStage,
  label: string | undefined,
  event: ProgressEvent,
  now: number,
): void {
  if (event.kind === 'metrics') {
    current.epoch = event.epoch;
    current.details = [`epoch ${formatCount(event.epoch)}`, ...lossDetails(event.values)];
    if (current.state) current.state = { ...current.state, details: current.details };
  } else if (event.kind === 'progress') {
    const { stage, done, total, unit } = event;
    const pace = current.paceAt(done, total, now);
    const details = event.message ? [event.message, ...current.details] : current.details;
    current.state = { ...(label && { label }), stage, done, total, unit, pace, details };
  }
}
