import type { Piece } from './dense-solution.js';
import { type EventRecord, type EventWatch, eventWatch } from './event-watch.js';
import type { IntegrateSettings } from './integrate-options.js';
import type { SampledPath } from './sampled-path.js';
import type { Stepper } from './stepper.js';
import type { TimeField } from './vector-field.js';

/** How an integration ended. */
export interface Ending {
  readonly status:
    'complete' | 'event' | 'diverged' | 'step-too-small' | 'too-many-steps' | 'time-limit';
  /** One sentence with numbers; empty when complete. */
  readonly reason: string;
}

/** What a walk is told. */
export interface Course {
  readonly start: number;
  readonly end: number;
  /** dx/dt at the start. */
  readonly slope: Float64Array;
  readonly field: TimeField;
  readonly path: SampledPath;
  readonly settings: IntegrateSettings;
}

/** What a walk tells. */
export interface Walked extends Ending {
  readonly steps: number;
  readonly rejected: number;
  readonly reached: number;
  readonly events: readonly EventRecord[];
}

/** Attempts between two looks at the clock. */
const patience = 32;

/** Velocities that grew by this factor are called a divergence when the step underflows. */
const blowUp = 1e8;

/** Where a walk stands. */
interface Progress {
  time: number;
  steps: number;
  rejected: number;
  /** Whether the last attempt met a velocity that is not finite. */
  broken: boolean;
  readonly events: EventRecord[];
}

/** Takes steps until the end, a terminal event or a limit. */
export function walk(stepper: Stepper, course: Course): Walked {
  const { start, end, path, settings } = course;
  const fixed = settings.method === 'rk4';
  const watch = eventWatch(settings.events, start, stepper.state);
  const began = settings.maxSeconds < Infinity ? performance.now() : 0;
  const progress: Progress = { time: start, steps: 0, rejected: 0, broken: false, events: [] };
  const ended = ({ status, reason }: Ending): Walked => {
    const { steps, rejected, time, events } = progress;
    const sentence = status === 'complete' ? '' : `${reason} at t = ${time}.`;
    return { status, reason: sentence, steps, rejected, reached: time, events };
  };
  while (progress.time !== end) {
    const proposed = Math.sign(end - start) * Math.min(Math.abs(stepper.width), settings.maxStep);
    const step = aim(proposed, progress.time, fixed ? path.goal : end);
    const limit = limitOf(step.width, progress, stepper, course, began);
    if (limit) return ended(limit);
    const attempt = stepper.attempt(progress.time, step.width);
    if (attempt !== 'accepted' && fixed) {
      return ended({ status: 'diverged', reason: 'The state is not finite after the step' });
    }
    progress.broken = attempt === 'not-finite';
    if (attempt !== 'accepted') {
      progress.rejected++;
      continue;
    }
    if (!isWithin(stepper.next, settings.bound)) {
      return ended({ status: 'diverged', reason: beyond(settings.bound) });
    }
    const event = record(step, progress, stepper, course, watch);
    if (event !== undefined) {
      return ended({ status: 'event', reason: `Event ${event} took place` });
    }
    stepper.advance();
  }
  return ended({ status: 'complete', reason: '' });
}

/** Why no further step may be tried, if so. */
function limitOf(
  width: number,
  { time, steps, rejected, broken }: Progress,
  stepper: Stepper,
  course: Course,
  began: number,
): Ending | undefined {
  const { maxSteps, maxSeconds } = course.settings;
  if (time + width / 16 === time) {
    if (broken || grew(stepper, course, time)) {
      const reason = 'No step is small enough for the tolerance, the solution blows up';
      return { status: 'diverged', reason };
    }
    const reason = `The tolerance asks for steps below ${Math.abs(width)}`;
    return { status: 'step-too-small', reason };
  }
  const tried = steps + rejected;
  if (tried >= maxSteps) {
    const reason = `${maxSteps} steps were not enough, the next would be ${width} wide`;
    return { status: 'too-many-steps', reason };
  }
  if (tried % patience === 0 && began > 0 && performance.now() - began > 1000 * maxSeconds) {
    return { status: 'time-limit', reason: `${maxSeconds} s were not enough` };
  }
  return undefined;
}

/** Takes an accepted step up into the path; returns the terminal event that took place in it. */
function record(
  { width, target }: Step,
  progress: Progress,
  stepper: Stepper,
  { path, settings }: Course,
  watch: EventWatch,
): number | undefined {
  const start = progress.time;
  progress.steps++;
  const piece = once((): Piece => ({ start, width, coefficients: stepper.interpolant() }));
  const found = watch.inspect(target, stepper.next, piece);
  progress.events.push(...found);
  const last = found.at(-1);
  const stop = last !== undefined && settings.events[last.event].terminal === true;
  const until = stop ? last.time : target;
  path.append(until, path.needs(until) ? piece() : undefined);
  progress.time = until;
  return stop ? last.event : undefined;
}

/** A step to try: its width and where it ends. */
interface Step {
  readonly width: number;
  readonly target: number;
}

/** Cuts the last step so that it ends exactly at the end, and avoids a tiny one after it. */
function aim(step: number, from: number, end: number): Step {
  const left = end - from;
  return Math.abs(step) * 1.01 >= Math.abs(left)
    ? { width: left, target: end }
    : { width: step, target: from + step };
}

function grew({ state }: Stepper, { field, slope }: Course, time: number): boolean {
  const velocity = new Float64Array(state.length);
  field(state, velocity, time);
  return !(largest(velocity) <= blowUp * (1 + largest(slope)));
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Why a state that is not within the bound stops an integration. */
export const beyond = (bound: number): string =>
  bound < Infinity ? `The state exceeds the bound ${bound}` : 'The state is not finite';

export function isWithin(values: Float64Array, bound: number): boolean {
  return values.every((value) => Number.isFinite(value) && Math.abs(value) <= bound);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
