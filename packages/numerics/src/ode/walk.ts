import type { Piece } from './dense-solution.js';
import { eventWatch, type EventRecord } from './event-watch.js';
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

/** Takes steps until the end, a terminal event or a limit. */
export function walk(stepper: Stepper, course: Course): Walked {
  const { start, end, path, settings } = course;
  const { method, maxStep, maxSteps, maxSeconds, bound } = settings;
  const fixed = method === 'rk4';
  const watch = eventWatch(settings.events, start, stepper.state);
  const events: EventRecord[] = [];
  const began = maxSeconds < Infinity ? performance.now() : 0;
  let [time, steps, rejected, broken] = [start, 0, 0, false];
  const ended = (status: Ending['status'], reason: string): Walked => ({
    status,
    reason: status === 'complete' ? '' : `${reason} at t = ${time}.`,
    steps,
    rejected,
    reached: time,
    events,
  });
  while (time !== end) {
    const proposed = Math.sign(end - start) * Math.min(Math.abs(stepper.width), maxStep);
    const { width, target } = aim(proposed, time, fixed ? path.goal : end);
    if (time + width / 16 === time) {
      return broken || grew(stepper, course, time)
        ? ended('diverged', 'No step is small enough for the tolerance, the solution blows up')
        : ended('step-too-small', `The tolerance asks for steps below ${Math.abs(width)}`);
    }
    const tried = steps + rejected;
    if (tried >= maxSteps) {
      const reason = `${maxSteps} steps were not enough, the next would be ${width} wide`;
      return ended('too-many-steps', reason);
    }
    if (tried % patience === 0 && began > 0 && performance.now() - began > 1000 * maxSeconds) {
      return ended('time-limit', `${maxSeconds} s were not enough`);
    }
    const attempt = stepper.attempt(time, width);
    if (attempt !== 'accepted') {
      if (fixed) return ended('diverged', 'The state is not finite after the step');
      broken = attempt === 'not-finite';
      rejected++;
      continue;
    }
    if (!isWithin(stepper.next, bound)) {
      return ended('diverged', beyond(bound));
    }
    steps++;
    broken = false;
    const piece = once((): Piece => ({
      start: time,
      width,
      coefficients: stepper.interpolant(),
    }));
    const found = watch.inspect(target, stepper.next, piece);
    events.push(...found);
    const last = found.at(-1);
    const stop = last !== undefined && settings.events[last.event].terminal === true;
    const until = stop ? last.time : target;
    path.append(until, path.needs(until) ? piece() : undefined);
    time = until;
    if (stop) return ended('event', `Event ${last.event} took place`);
    stepper.advance();
  }
  return ended('complete', '');
}

/** Cuts the last step so that it ends exactly at the end, and avoids a tiny one after it. */
function aim(step: number, from: number, end: number): { width: number; target: number } {
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
