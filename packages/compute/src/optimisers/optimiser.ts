import { invalidArgument } from '@noether/contracts';
import type { AdamOptions, AdamWOptions } from './adam.js';
import type { Schedule } from './schedule.js';
import type { SgdOptions } from './sgd.js';

/** The optimiser of a parameter group. */
export type Optimiser = AdamOptions | AdamWOptions | SgdOptions;

interface Bound {
  readonly holds: (value: number) => boolean;
  readonly must: string;
}

const positive: Bound = { holds: (value) => value > 0, must: 'it must be above 0' };
const notNegative: Bound = { holds: (value) => value >= 0, must: 'it must not be negative' };
const share: Bound = {
  holds: (value) => value >= 0 && value < 1,
  must: 'it must be at least 0 and below 1',
};
const count: Bound = {
  holds: (value) => Number.isInteger(value) && value > 0,
  must: 'it must be a whole number above 0',
};

/** Bounds of every number that an optimiser may carry. */
const BOUNDS: Readonly<Record<string, Bound>> = {
  learningRate: notNegative,
  clipNorm: positive,
  epsilon: notNegative,
  weightDecay: notNegative,
  beta1: share,
  beta2: share,
  momentum: share,
};
const SETTINGS = ['kind', 'learningRate', 'clipNorm', 'schedule'];
const ADAM = [...SETTINGS, 'beta1', 'beta2', 'epsilon'];
/** What each kind takes. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  adam: ADAM,
  adamw: [...ADAM, 'weightDecay'],
  sgd: [...SETTINGS, 'momentum', 'nesterov', 'weightDecay'],
};
/** What each schedule takes. */
const SCHEDULES: Readonly<Record<string, readonly string[]>> = {
  constant: ['kind'],
  'warm-up': ['kind', 'steps', 'then'],
  cosine: ['kind', 'steps', 'hold', 'final'],
};

/** @throws NoetherError `invalid-argument` with the path of what makes no sense or is not known */
export function checkOptimiser(group: string, optimiser: Optimiser): void {
  const path = `optimisers.${group}`;
  checkNames(path, optimiser, optimiser.kind ?? 'adam', KINDS);
  const numbers = optimiser as unknown as Readonly<Record<string, number | undefined>>;
  for (const [name, bound] of Object.entries(BOUNDS)) {
    const value = numbers[name];
    if (value !== undefined || name === 'learningRate') demand(`${path}.${name}`, value, bound);
  }
  if (optimiser.kind === 'sgd' && optimiser.nesterov && !optimiser.momentum) {
    throw invalidArgument(`${path}.nesterov`, true, 'it needs a momentum above 0');
  }
  if (optimiser.schedule) checkSchedule(`${path}.schedule`, optimiser.schedule);
}

function checkSchedule(path: string, schedule: Schedule): void {
  checkNames(path, schedule, schedule.kind, SCHEDULES);
  if (schedule.kind === 'constant') return;
  demand(`${path}.steps`, schedule.steps, count);
  if (schedule.kind === 'warm-up') {
    if (schedule.then) checkSchedule(`${path}.then`, schedule.then);
    return;
  }
  const within: Bound = {
    holds: (value) => value >= 0 && value <= 1,
    must: 'it must be between 0 and 1',
  };
  demand(`${path}.hold`, schedule.hold ?? 0, within);
  demand(`${path}.final`, schedule.final ?? 0, notNegative);
}

/** A name that its kind does not take would change nothing, unnoticed. */
function checkNames(
  path: string,
  given: object,
  kind: string,
  kinds: Readonly<Record<string, readonly string[]>>,
): void {
  if (!Object.hasOwn(kinds, kind)) {
    throw invalidArgument(
      `${path}.kind`,
      kind,
      `it must be one of ${Object.keys(kinds).join(', ')}`,
    );
  }
  const unknown = Object.entries(given).find(
    ([name, value]) => value !== undefined && !kinds[kind].includes(name),
  );
  if (unknown === undefined) return;
  const [name, value] = unknown as [string, unknown];
  throw invalidArgument(`${path}.${name}`, value, `${kind} takes ${kinds[kind].join(', ')}`);
}

function demand(path: string, value: number | undefined, { holds, must }: Bound): void {
  if (typeof value !== 'number' || !Number.isFinite(value) || !holds(value)) {
    throw invalidArgument(path, value, must);
  }
}
