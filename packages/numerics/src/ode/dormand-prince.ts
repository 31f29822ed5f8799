import { denseSolution, type DenseSolution } from './dense-solution.js';
import {
  interpolant,
  makeStages,
  stepError,
  takeStep,
  type Stages,
} from './dormand-prince-step.js';
import { initialStep } from './initial-step.js';
import { stepControl, type StepControl } from './step-control.js';
import type { VectorField } from './vector-field.js';

/** How accurately and how far {@link dormandPrince} goes. */
export interface DormandPrinceOptions {
  /** Relative error allowed a step; 1e-8 when left out. */
  readonly relative?: number;
  /** Absolute error allowed a step; 1e-10 when left out. */
  readonly absolute?: number;
  /** Steps, accepted and rejected together, before giving up; 100000 when left out. */
  readonly maxSteps?: number;
  /** A state with a larger entry has diverged; Infinity when left out. */
  readonly bound?: number;
}

/** What {@link dormandPrince} found. */
export interface DormandPrinceResult {
  /** The states at those of the asked times that were reached, row-major rows × d. */
  readonly states: Float64Array;
  readonly status: 'complete' | 'diverged' | 'too-many-steps';
  /** One sentence with numbers; empty when complete. */
  readonly reason: string;
  /** Accepted steps. */
  readonly steps: number;
  /** Rejected steps. */
  readonly rejected: number;
  /** Evaluations of the field. */
  readonly evaluations: number;
  /** The time up to which the solution is known: the last asked time when complete. */
  readonly reached: number;
  /**
   * The state at any time between `times[0]` and `reached`, by the continuous extension of order 4.
   * @throws RangeError outside
   */
  at(time: number): Float64Array;
}

/**
 * Integrates dx/dt = field(x) from `initial` at `times[0]` with the pair of order 5(4) of Dormand and
 * Prince (J. Comput. Appl. Math. 6, 1980), step control and dense output as in Hairer, Nørsett and
 * Wanner, Solving Ordinary Differential Equations I, §II.4–6. For problems that are not stiff.
 * Divergence is a status, never a NaN in the states.
 *
 * @param times strictly increasing or strictly decreasing
 * @throws RangeError for times that are not monotone and for options that are not positive
 */
export function dormandPrince(
  field: VectorField,
  initial: ArrayLike<number>,
  times: ArrayLike<number>,
  options: DormandPrinceOptions = {},
): DormandPrinceResult {
  const settings = checked(times, options);
  const state = Float64Array.from(initial);
  const solution = denseSolution(times[0], state.slice());
  const outcome = integrate(field, state, times[times.length - 1], settings, solution);
  let rows = 0;
  while (rows < times.length && solution.covers(times[rows])) rows++;
  const states = new Float64Array(rows * state.length);
  for (let row = 0; row < rows; row++) states.set(solution.at(times[row]), row * state.length);
  return {
    ...outcome,
    states,
    reached: solution.end,
    at: (time) => solution.at(time),
  };
}

type Outcome = Omit<DormandPrinceResult, 'states' | 'reached' | 'at'>;

function integrate(
  field: VectorField,
  state: Float64Array,
  end: number,
  settings: Required<DormandPrinceOptions>,
  solution: DenseSolution,
): Outcome {
  const count = { steps: 0, rejected: 0, evaluations: 0 };
  const counted: VectorField = (at, velocity) => {
    count.evaluations++;
    field(at, velocity);
  };
  const stages = makeStages(state.length);
  let trouble = begin(counted, state, settings, stages);
  if (!trouble) {
    const { absolute, relative } = settings;
    const slope = stages.slopes[0];
    const span = end - solution.end;
    const pace = stepControl(initialStep(counted, state, slope, span, absolute, relative));
    while (!trouble && solution.end !== end) {
      trouble = advance(counted, state, end, settings, solution, stages, pace, count);
    }
  }
  if (!trouble) return { status: 'complete', reason: '', ...count };
  return { status: trouble.status, reason: `${trouble.reason} at t = ${solution.end}.`, ...count };
}

type Trouble = Pick<Outcome, 'status' | 'reason'> | undefined;

const divergence = (reason: string): Trouble => ({ status: 'diverged', reason });

/** Computes the first slope. */
function begin(
  field: VectorField,
  state: Float64Array,
  { bound }: Required<DormandPrinceOptions>,
  { slopes }: Stages,
): Trouble {
  if (!isWithin(state, bound)) return divergence(`The state exceeds the bound ${bound}`);
  field(state, slopes[0]);
  return isWithin(slopes[0], Infinity) ? undefined : divergence('The velocity is not finite');
}

/** Tries one step; when it is accepted, `state`, the first slope and the solution move on. */
function advance(
  field: VectorField,
  state: Float64Array,
  end: number,
  { absolute, relative, maxSteps, bound }: Required<DormandPrinceOptions>,
  solution: DenseSolution,
  stages: Stages,
  pace: StepControl,
  count: { steps: number; rejected: number },
): Trouble {
  const { width, target } = aim(pace.width, solution.end, end);
  if (solution.end + width / 16 === solution.end) {
    return divergence('No step is small enough for the tolerance, the solution blows up');
  }
  if (count.steps + count.rejected >= maxSteps) {
    const reason = `${maxSteps} steps were not enough, the next would be ${width} wide`;
    return { status: 'too-many-steps', reason };
  }
  takeStep(field, state, width, stages);
  const error = stepError(state, width, stages, absolute, relative);
  if (!(error <= 1)) {
    count.rejected++;
    pace.reject(width, error);
    return undefined;
  }
  if (!isWithin(stages.next, bound)) return divergence(`The state exceeds the bound ${bound}`);
  count.steps++;
  pace.accept(width, error);
  solution.append(target, interpolant(state, width, stages));
  state.set(stages.next);
  stages.slopes[0].set(stages.slopes[6]);
  return undefined;
}

/** Cuts the last step so that it ends exactly at the end, and avoids a tiny one after it. */
function aim(step: number, from: number, end: number): { width: number; target: number } {
  const left = end - from;
  return Math.abs(step) * 1.01 >= Math.abs(left)
    ? { width: left, target: end }
    : { width: step, target: from + step };
}

function isWithin(values: Float64Array, bound: number): boolean {
  return values.every((value) => Number.isFinite(value) && Math.abs(value) <= bound);
}

function checked(
  times: ArrayLike<number>,
  options: DormandPrinceOptions,
): Required<DormandPrinceOptions> {
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
  const settings = {
    relative: 1e-8,
    absolute: 1e-10,
    maxSteps: 100_000,
    bound: Infinity,
    ...options,
  };
  for (const name of ['relative', 'absolute', 'maxSteps', 'bound'] as const) {
    if (!(settings[name] > 0)) {
      throw new RangeError(`${name} is ${settings[name]}; give a positive number.`);
    }
  }
  return settings;
}
