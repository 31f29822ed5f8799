import { dop853 } from './dop853.js';
import { dormandPrince } from './dormand-prince.js';
import type { EventRecord } from './event-watch.js';
import { explicitStepper } from './explicit-stepper.js';
import {
  integrateSettings,
  type IntegrateOptions,
  type IntegrateSettings,
} from './integrate-options.js';
import { radauStepper } from './radau-stepper.js';
import { rk4Stepper } from './rk4-stepper.js';
import { sampledPath } from './sampled-path.js';
import type { StepProblem, Stepper } from './stepper.js';
import { type Ending, beyond, isWithin, walk } from './walk.js';
import type { TimeField } from './vector-field.js';

/** What {@link integrate} found. */
export interface Integration extends Ending {
  /** The states at those of the asked times that were reached, row-major rows × d. */
  readonly states: Float64Array;
  /** Accepted steps. */
  readonly steps: number;
  /** Rejected steps. */
  readonly rejected: number;
  /** Evaluations of the field, those for finite differences included. */
  readonly evaluations: number;
  /** Jacobians that were computed, by `radau` only. */
  readonly jacobians: number;
  /** The time up to which the solution is known: the last asked time when complete. */
  readonly reached: number;
  /** The events in the order in which they took place. */
  readonly events: readonly EventRecord[];
  /**
   * The state at any time between `times[0]` and `reached`, by the continuous extension of the method:
   * of order 4 for `dopri5`, 7 for `dop853`, 3 for `radau` and `rk4`.
   * @throws RangeError outside, and with `dense: false`
   */
  at(time: number): Float64Array;
}

/**
 * Integrates dx/dt = field(x, t) from `initial` at `times[0]` through all times, forwards or backwards.
 *
 * `dopri5` is the pair of order 5(4) of Dormand and Prince, `dop853` the one of order 8(5, 3) for
 * tolerances below about 1e-8, `radau` Radau IIA of order 5 for stiff systems, `rk4` the classical
 * method with a fixed step; step control, dense output and iteration as in Hairer, Nørsett and Wanner,
 * Solving Ordinary Differential Equations I and II. The asked times do not change the steps, except
 * those of `rk4`. Events are zeros of functions of the state, located on the dense output.
 *
 * Whatever the field does, the result is a status with the rows reached before: `diverged` when the
 * state leaves `bound`, is not finite or grows so fast that no step is small enough, `step-too-small`
 * when the tolerance asks for that without any growth, as at a discontinuity.
 *
 * @param times strictly increasing or strictly decreasing
 * @throws RangeError for times that are not monotone and for options that are not positive
 */
export function integrate(
  field: TimeField,
  initial: ArrayLike<number>,
  times: ArrayLike<number>,
  options: IntegrateOptions = {},
): Integration {
  const settings = integrateSettings(times, options);
  const start = times[0];
  const state = Float64Array.from(initial);
  const count = { evaluations: 0 };
  const counted: TimeField = (at, velocity, time) => {
    count.evaluations++;
    field(at, velocity, time);
  };
  const path = sampledPath(times, state, settings.dense);
  const finish = (walked: ReturnType<typeof walk>, jacobians = 0): Integration => ({
    ...walked,
    ...count,
    jacobians,
    states: path.states(),
    at: (time) => path.at(time),
  });
  const still = { steps: 0, rejected: 0, reached: start, events: [] };
  if (!isWithin(state, settings.bound)) {
    return finish({ ...still, ...diverged(beyond(settings.bound), start) });
  }
  const slope = new Float64Array(state.length);
  counted(state, slope, start);
  if (!isWithin(slope, Infinity)) {
    return finish({ ...still, ...diverged('The velocity is not finite', start) });
  }
  if (times.length === 1) return finish({ ...still, status: 'complete', reason: '' });
  const end = times[times.length - 1];
  const { relative, absolute, step } = settings;
  const problem: StepProblem = {
    field: counted,
    initial: state,
    start,
    span: end - start,
    slope,
    relative,
    absolute,
    step,
  };
  const stepper = stepperOf(problem, settings, Math.abs(times[1] - start));
  const walked = walk(stepper, { start, end, slope, field: counted, path, settings });
  return finish(walked, stepper.jacobians);
}

const diverged = (reason: string, time: number): Ending => ({
  status: 'diverged',
  reason: `${reason} at t = ${time}.`,
});

function stepperOf(
  problem: StepProblem,
  { method, jacobian }: IntegrateSettings,
  interval: number,
): Stepper & { readonly jacobians?: number } {
  switch (method) {
    case 'rk4':
      return rk4Stepper({ ...problem, step: problem.step ?? interval });
    case 'dopri5':
      return explicitStepper(dormandPrince, problem);
    case 'dop853':
      return explicitStepper(dop853, problem);
    case 'radau':
      return radauStepper(problem, jacobian);
  }
}
