import { evaluatePiece, type Piece } from './dense-solution.js';
import { differenceJacobian } from './difference-jacobian.js';
import { initialStep } from './initial-step.js';
import { radauCollocation } from './radau-collocation.js';
import { radauError } from './radau-error.js';
import {
  type NewtonResult,
  radauFactors,
  radauNewton,
  radauNodes,
  type RadauFactors,
} from './radau-newton.js';
import type { Attempt, StepProblem, Stepper } from './stepper.js';
import type { FieldJacobian } from './vector-field.js';

const smallest = 0.2;
const largest = 10;

/** Where the method stands; arrays are filled anew in each step. */
interface Progress {
  readonly problem: StepProblem;
  readonly jacobian: FieldJacobian;
  readonly state: Float64Array;
  readonly next: Float64Array;
  readonly slope: Float64Array;
  readonly scale: Float64Array;
  readonly stages: Float64Array;
  /** Where the Newton iterations may stop. */
  readonly tolerance: number;
  /** The Jacobian, row-major d × d. */
  readonly matrix: Float64Array;
  matrixIsFresh: boolean;
  jacobians: number;
  factors: RadauFactors | undefined;
  newton: NewtonResult;
  /** The step under way: its start, its width and its error, and the width that is proposed for the next. */
  from: number;
  taken: number;
  error: number;
  width: number;
  rejected: boolean;
  previous: { readonly piece: Piece; readonly width: number; readonly error: number } | undefined;
}

/**
 * Radau IIA of order 5, L-stable, for stiff systems: simplified Newton iterations, a Jacobian and factors
 * that are kept as long as they serve, predictive step control, and the collocation polynomial between
 * the steps (Hairer and Wanner, Solving ODEs II, §IV.8).
 */
export function radauStepper(
  problem: StepProblem,
  jacobian: FieldJacobian = differenceJacobian(problem.field, problem.initial.length),
): Stepper & { readonly jacobians: number } {
  const progress = begin(problem, jacobian);
  computeJacobian(progress, problem.start);
  return {
    state: progress.state,
    next: progress.next,
    get width() {
      return progress.width;
    },
    get jacobians() {
      return progress.jacobians;
    },
    attempt: (time, wanted) => attempt(progress, time, wanted),
    interpolant: () => radauCollocation(progress.state, progress.stages),
    advance: () => advance(progress),
  };
}

function begin(problem: StepProblem, jacobian: FieldJacobian): Progress {
  const { initial, relative, step, span, start } = problem;
  const d = initial.length;
  return {
    ...{ problem, jacobian, state: initial.slice(), next: new Float64Array(d) },
    ...{ slope: problem.slope.slice(), scale: new Float64Array(d) },
    ...{ stages: new Float64Array(3 * d), matrix: new Float64Array(d * d) },
    tolerance: Math.max((10 * Number.EPSILON) / relative, Math.min(0.03, Math.sqrt(relative))),
    ...{ matrixIsFresh: false, jacobians: 0, factors: undefined },
    newton: { outcome: 'converged', iterations: 0, rate: NaN },
    ...{ from: start, taken: 0, error: 0, rejected: false, previous: undefined },
    width: step ? Math.sign(span) * step : initialStep(problem, 1 / 4),
  };
}

function attempt(progress: Progress, time: number, wanted: number): Attempt {
  const { problem, state, next, slope, scale, stages } = progress;
  const d = state.length;
  [progress.from, progress.taken] = [time, wanted];
  next.set(state);
  setScale(progress);
  if (!solve(progress)) {
    progress.width = wanted / 2;
    return progress.newton.outcome === 'not-finite' ? 'not-finite' : 'rejected';
  }
  for (let i = 0; i < d; i++) next[i] = state[i] + stages[2 * d + i];
  setScale(progress);
  const step = { field: problem.field, from: time, width: wanted, state, slope, stages, scale };
  const isDoubtful = progress.rejected || !progress.previous;
  const error = radauError({ ...step, factors: progress.factors! }, isDoubtful);
  progress.error = error;
  if (error <= 1) return 'accepted';
  const isFinite = Number.isFinite(error);
  progress.width = wanted * (isFinite ? Math.max(smallest, growth(progress)) : smallest);
  progress.rejected = true;
  return isFinite ? 'rejected' : 'not-finite';
}

function advance(progress: Progress): void {
  const { problem, state, next, slope, stages, from, taken, error, newton } = progress;
  const piece = { start: from, width: taken, coefficients: radauCollocation(state, stages) };
  const stale = newton.iterations > 2 && newton.rate > 1e-3;
  const factor = Math.min(largest, growth(progress));
  progress.width = stale || factor >= 1.2 ? taken * factor : taken;
  progress.previous = { piece, width: taken, error };
  state.set(next);
  const end = from + taken;
  problem.field(state, slope, end);
  [progress.matrixIsFresh, progress.rejected] = [false, false];
  if (stale) computeJacobian(progress, end);
}

/** The stages of the step under way; a Jacobian of an earlier step is renewed when it does not serve. */
function solve(progress: Progress): boolean {
  const { problem, state, scale, tolerance, matrix, stages, from, taken } = progress;
  for (;;) {
    if (progress.factors?.width !== taken) {
      progress.factors = radauFactors(matrix, state.length, taken);
    }
    guessStages(progress);
    const course = { field: problem.field, time: from, width: taken, state, scale, tolerance };
    progress.newton = radauNewton(course, progress.factors, stages);
    const converged = progress.newton.outcome === 'converged';
    if (converged || progress.matrixIsFresh) return converged;
    computeJacobian(progress, from);
  }
}

/** The polynomial of the step before, continued. */
function guessStages({ state, stages, previous, from, taken }: Progress): void {
  const d = state.length;
  stages.fill(0);
  if (!previous) return;
  const guess = new Float64Array(d);
  radauNodes.forEach((node, stage) => {
    evaluatePiece(previous.piece, from + node * taken, guess);
    for (let i = 0; i < d; i++) stages[stage * d + i] = guess[i] - state[i];
  });
}

function computeJacobian(progress: Progress, time: number): void {
  progress.jacobian(progress.state, progress.matrix, time);
  [progress.matrixIsFresh, progress.factors] = [true, undefined];
  progress.jacobians++;
}

function setScale({ problem, state, next, scale }: Progress): void {
  for (let i = 0; i < state.length; i++) {
    const size = Math.max(Math.abs(state[i]), Math.abs(next[i]));
    scale[i] = problem.absolute + problem.relative * size;
  }
}

/** How much wider the next step may be. */
function growth({ newton, previous, error, taken }: Progress): number {
  const safety = (0.9 * 13) / (12 + newton.iterations);
  const history =
    previous && error > 0 ? (taken / previous.width) * (previous.error / error) ** 0.25 : 1;
  return safety * Math.min(1, history) * error ** -0.25;
}
