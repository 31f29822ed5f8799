import type { FieldJacobian } from './vector-field.js';

/** `rk4` has a fixed step; `dopri5`, `dop853` and `radau` choose theirs, `radau` is for stiff systems. */
export type IntegrationMethod = 'rk4' | 'dopri5' | 'dop853' | 'radau';

/** A function of state and time whose zeros are events. */
export interface EventFunction {
  value(state: ArrayLike<number>, time: number): number;
  /** Which zeros count, seen along the integration; `both` when left out. */
  readonly direction?: 'rising' | 'falling' | 'both';
  /** Whether the integration ends there; false when left out. */
  readonly terminal?: boolean;
}

/** How `integrate` goes on, how accurately and how far. */
export interface IntegrateOptions {
  /** `dopri5` when left out. */
  readonly method?: IntegrationMethod;
  /** Relative error allowed a step; 1e-8 when left out. Of no use for `rk4`. */
  readonly relative?: number;
  /** Absolute error allowed a step; 1e-10 when left out. Of no use for `rk4`. */
  readonly absolute?: number;
  /**
   * Width of the first step, for `rk4` of all: a step that would pass an asked time ends there.
   * Chosen when left out, by `rk4` one step between two asked times.
   */
  readonly step?: number;
  /** Widest step; Infinity when left out. Two zeros of an event within one step are not seen. */
  readonly maxStep?: number;
  /** Steps, accepted and rejected together, before giving up; 100000 when left out. */
  readonly maxSteps?: number;
  /** Wall time in seconds before giving up; Infinity when left out. */
  readonly maxSeconds?: number;
  /** A state with a larger entry has diverged; Infinity when left out. */
  readonly bound?: number;
  readonly events?: readonly EventFunction[];
  /** For `radau`; by finite differences when left out. */
  readonly jacobian?: FieldJacobian;
  /**
   * Whether the solution between the steps is kept for `at`; true when left out. Without it a long
   * integration needs memory for the asked times only, and `dop853` fewer evaluations.
   */
  readonly dense?: boolean;
}

/** The options with all defaults. */
export interface IntegrateSettings extends Required<Omit<IntegrateOptions, 'step' | 'jacobian'>> {
  readonly step: number | undefined;
  readonly jacobian: FieldJacobian | undefined;
}

const methods: readonly string[] = ['rk4', 'dopri5', 'dop853', 'radau'];

/** @throws RangeError for times that are not monotone and for options that are not positive */
export function integrateSettings(
  times: ArrayLike<number>,
  options: IntegrateOptions,
): IntegrateSettings {
  checkTimes(times);
  const settings = {
    method: 'dopri5' as const,
    relative: 1e-8,
    absolute: 1e-10,
    step: undefined,
    maxStep: Infinity,
    maxSteps: 100_000,
    maxSeconds: Infinity,
    bound: Infinity,
    events: [],
    jacobian: undefined,
    dense: true,
    ...options,
  };
  if (!methods.includes(settings.method)) {
    throw new RangeError(
      `method is ${settings.method as string}; give one of ${methods.join(', ')}.`,
    );
  }
  for (const name of [
    'relative',
    'absolute',
    'step',
    'maxStep',
    'maxSteps',
    'maxSeconds',
    'bound',
  ] as const) {
    const value = settings[name];
    if (value !== undefined && !(value > 0)) {
      throw new RangeError(`${name} is ${value}; give a positive number.`);
    }
  }
  return settings;
}

function checkTimes(times: ArrayLike<number>): void {
  if (times.length === 0) throw new RangeError('times is empty; give the time of the start.');
  const direction = Math.sign(times[times.length - 1] - times[0]);
  for (let index = 0; index < times.length; index++) {
    const increases = index === 0 || (times[index] - times[index - 1]) * direction > 0;
    if (!Number.isFinite(times[index]) || !increases) {
      throw new RangeError(
        `times[${index}] is ${times[index]}; times must be finite and strictly increase or decrease.`,
      );
    }
  }
}
