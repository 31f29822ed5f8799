import { evaluatePiece, type Piece } from './dense-solution.js';
import { differenceJacobian } from './difference-jacobian.js';
import { initialStep } from './initial-step.js';
import {
  type NewtonResult,
  radauFactors,
  radauNewton,
  radauNodes,
  type RadauFactors,
} from './radau-newton.js';
import type { StepProblem, Stepper } from './stepper.js';
import type { FieldJacobian } from './vector-field.js';

const root6 = Math.sqrt(6);

/** Weights of the stages in the error estimate of order 3. */
const errorWeights = [(-13 - 7 * root6) / 3, (-13 + 7 * root6) / 3, -1 / 3];

/** Coefficients of θ, θ², θ³ of the polynomial that is 0 at 0 and 1 at one of the stages. */
const collocation = [
  [13 / 3 + (7 / 3) * root6, -23 / 3 - (22 / 3) * root6, 10 / 3 + 5 * root6],
  [13 / 3 - (7 / 3) * root6, -23 / 3 + (22 / 3) * root6, 10 / 3 - 5 * root6],
  [1 / 3, -8 / 3, 10 / 3],
];

const smallest = 0.2;
const largest = 10;

/**
 * Radau IIA of order 5, L-stable, for stiff systems: simplified Newton iterations, a Jacobian and factors
 * that are kept as long as they serve, predictive step control, and the collocation polynomial between
 * the steps (Hairer and Wanner, Solving ODEs II, §IV.8).
 */
export function radauStepper(
  problem: StepProblem,
  jacobian: FieldJacobian = differenceJacobian(problem.field, problem.initial.length),
): Stepper & { readonly jacobians: number } {
  const { field, relative, absolute } = problem;
  const d = problem.initial.length;
  const state = problem.initial.slice();
  const next = new Float64Array(d);
  const slope = problem.slope.slice();
  const scale = new Float64Array(d);
  const stages = new Float64Array(3 * d);
  const tolerance = Math.max((10 * Number.EPSILON) / relative, Math.min(0.03, Math.sqrt(relative)));
  let width = problem.step ? Math.sign(problem.span) * problem.step : initialStep(problem, 1 / 4);
  const matrix = new Float64Array(d * d);
  let factors: RadauFactors | undefined;
  let [matrixIsFresh, jacobians] = [false, 0];
  let previous:
    { readonly piece: Piece; readonly width: number; readonly error: number } | undefined;
  let [from, taken, error, rejected] = [problem.start, 0, 0, false];
  let newton: NewtonResult = { outcome: 'converged', iterations: 0, rate: NaN };

  const computeJacobian = (time: number): void => {
    jacobian(state, matrix, time);
    [matrixIsFresh, factors] = [true, undefined];
    jacobians++;
  };
  const setScale = (): void => {
    for (let i = 0; i < d; i++) {
      const size = Math.max(Math.abs(state[i]), Math.abs(next[i]));
      scale[i] = absolute + relative * size;
    }
  };
  const guessStages = (): void => {
    stages.fill(0);
    if (!previous) return;
    const guess = new Float64Array(d);
    radauNodes.forEach((node, stage) => {
      evaluatePiece(previous!.piece, from + node * taken, guess);
      for (let i = 0; i < d; i++) stages[stage * d + i] = guess[i] - state[i];
    });
  };
  const solve = (): boolean => {
    for (;;) {
      if (factors?.width !== taken) factors = radauFactors(matrix, d, taken);
      guessStages();
      newton = radauNewton(
        { field, time: from, width: taken, state, scale, tolerance },
        factors,
        stages,
      );
      const converged = newton.outcome === 'converged';
      if (converged || matrixIsFresh) return converged;
      computeJacobian(from);
    }
  };
  const factor = (): number => {
    const safety = (0.9 * 13) / (12 + newton.iterations);
    const history =
      previous && error > 0 ? (taken / previous.width) * (previous.error / error) ** 0.25 : 1;
    return safety * Math.min(1, history) * error ** -0.25;
  };

  computeJacobian(problem.start);
  return {
    state,
    next,
    get width() {
      return width;
    },
    get jacobians() {
      return jacobians;
    },
    attempt(time, wanted) {
      [from, taken] = [time, wanted];
      next.set(state);
      setScale();
      if (!solve()) {
        width = wanted / 2;
        return newton.outcome === 'not-finite' ? 'not-finite' : 'rejected';
      }
      for (let i = 0; i < d; i++) next[i] = state[i] + stages[2 * d + i];
      setScale();
      error = estimate();
      if (error <= 1) return 'accepted';
      const finite = Number.isFinite(error);
      width = wanted * (finite ? Math.max(smallest, factor()) : smallest);
      rejected = true;
      return finite ? 'rejected' : 'not-finite';
    },
    interpolant,
    advance() {
      const piece = { start: from, width: taken, coefficients: interpolant() };
      const stale = newton.iterations > 2 && newton.rate > 1e-3;
      const growth = Math.min(largest, factor());
      width = stale || growth >= 1.2 ? taken * growth : taken;
      previous = { piece, width: taken, error };
      state.set(next);
      const end = from + taken;
      field(state, slope, end);
      [matrixIsFresh, rejected] = [false, false];
      if (stale) computeJacobian(end);
    },
  };

  function interpolant(): Float64Array {
    const coefficients = new Float64Array(4 * d);
    for (let i = 0; i < d; i++) {
      const [a, b, c] = [0, 1, 2].map((power) =>
        collocation.reduce((sum, row, stage) => sum + row[power] * stages[stage * d + i], 0),
      );
      coefficients[i] = state[i];
      coefficients[d + i] = a + b + c;
      coefficients[2 * d + i] = -b - c;
      coefficients[3 * d + i] = -c;
    }
    return coefficients;
  }

  /** The embedded estimate; after a rejection or in a first step it is filtered once more. */
  function estimate(): number {
    const weighted = new Float64Array(d);
    for (let i = 0; i < d; i++) {
      for (let stage = 0; stage < 3; stage++) {
        weighted[i] += (errorWeights[stage] * stages[stage * d + i]) / taken;
      }
    }
    const filtered = weighted.map((value, i) => value + slope[i]);
    factors!.real.solveInPlace(filtered);
    let size = norm(filtered, scale);
    if (size > 1 && (rejected || !previous)) {
      const probe = state.map((value, i) => value + filtered[i]);
      field(probe, filtered, from);
      for (let i = 0; i < d; i++) filtered[i] += weighted[i];
      factors!.real.solveInPlace(filtered);
      size = norm(filtered, scale);
    }
    return size;
  }
}

function norm(values: Float64Array, scale: Float64Array): number {
  return Math.sqrt(values.reduce((sum, v, i) => sum + (v / scale[i]) ** 2, 0) / values.length);
}
