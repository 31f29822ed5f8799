import { invalidArgument } from '@noether/contracts';
import { residualSquare } from './residual.js';
import { restrictedSolve } from './restricted-solve.js';
import { type Supports, supportsOf } from './support.js';
import { targetThresholds } from './target-thresholds.js';

/** Options of {@link stlsq}; the defaults are those of pysindy. */
export interface StlsqOptions {
  /** Smallest |coefficient| that stays, in the units of the data, also one a target; 0.1 by default. */
  readonly threshold?: number | readonly number[];
  /** α in |Θw − y|² + α|w|², not divided by the number of rows; 0.05 by default. */
  readonly ridge?: number;
  /** 20 by default. */
  readonly maxIterations?: number;
  /** Whether the surviving terms are fitted once more without ridge; true by default. */
  readonly unbias?: boolean;
  /** The terms that each target may use; all when left out. */
  readonly allowed?: Supports;
}

/** Result of {@link stlsq}; matrices are row-major targets × terms. */
export interface StlsqResult {
  readonly coefficients: Float64Array;
  /** Plain least squares first, then the coefficients after each thresholding. */
  readonly history: readonly Float64Array[];
  /** False when `maxIterations` ended the loop. */
  readonly converged: boolean;
  /** Sum of squared residuals of each target. */
  readonly residuals: Float64Array;
  /** Targets that lost all terms, with the largest |coefficient| of their last fit. */
  readonly emptied: readonly { readonly target: number; readonly largest: number }[];
  /** Surviving terms that depend linearly on earlier ones on this data; their coefficient is 0. */
  readonly dependent: readonly { readonly target: number; readonly term: number }[];
}

type Settings = Required<Pick<StlsqOptions, 'ridge' | 'maxIterations' | 'unbias'>>;

/**
 * Sequentially thresholded least squares (Brunton, Proctor and Kutz, PNAS 113, 2016, with the ridge
 * of pysindy) on the triangular factor R of [Θ | Ẋ], which holds all that the rows of Θ can tell.
 *
 * Starting with all terms, each target is fitted on its terms by min |Θw − y|² + α|w|² and the terms with
 * |w| < threshold are dropped, until the pattern of nonzeros of all targets repeats.
 * Then the surviving terms are fitted without ridge.
 * @param factor R, row-major (terms + targets)², upper triangular
 * @throws NoetherError when an option is out of range or R does not have that size
 */
export function stlsq(
  factor: Float64Array,
  terms: number,
  targets: number,
  options: StlsqOptions = {},
): StlsqResult {
  const settings = { ridge: 0.05, maxIterations: 20, unbias: true, ...options };
  const thresholds = targetThresholds(settings.threshold ?? 0.1, targets);
  checkSettings(settings, factor, terms + targets);
  const start = supportsOf(terms, targets, settings.allowed);
  const { history, converged, emptied } = threshold(factor, terms, start, thresholds, settings);
  const coefficients = history[history.length - 1].slice();
  const dependent: { target: number; term: number }[] = [];
  for (let target = 0; settings.unbias && target < targets; target++) {
    const row = coefficients.subarray(target * terms, (target + 1) * terms);
    const support = indices(terms, (term) => row[term] !== 0);
    const solution = solveInto(row, factor, support, terms + target, 0);
    dependent.push(...solution.map((term) => ({ target, term })));
  }
  const residuals = Float64Array.from({ length: targets }, (_, target) =>
    residualSquare(
      factor,
      coefficients.subarray(target * terms, (target + 1) * terms),
      terms + target,
    ),
  );
  return { coefficients, history, converged, residuals, emptied, dependent };
}

function threshold(
  factor: Float64Array,
  terms: number,
  start: Supports,
  thresholds: readonly number[],
  options: Settings,
): Pick<StlsqResult, 'history' | 'converged' | 'emptied'> {
  const targets = start.length;
  const supports = [...start];
  const emptied: { target: number; largest: number }[] = [];
  const history = [new Float64Array(targets * terms)];
  for (let target = 0; target < targets; target++) {
    const row = history[0].subarray(target * terms, (target + 1) * terms);
    solveInto(row, factor, supports[target], terms + target, 0);
  }
  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    if (supports.every((support) => support.length === 0))
      return { history, converged: true, emptied };
    const next = new Float64Array(targets * terms);
    supports.forEach((support, target) => {
      if (support.length === 0) return;
      const row = next.subarray(target * terms, (target + 1) * terms);
      solveInto(row, factor, support, terms + target, options.ridge);
      const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      supports[target] = support.filter((term) => Math.abs(row[term]) >= thresholds[target]);
      row.forEach((value, term) => {
        if (Math.abs(value) < thresholds[target]) row[term] = 0;
      });
      if (supports[target].length === 0) emptied.push({ target, largest });
    });
    history.push(next);
    if (samePattern(next, history[history.length - 2])) {
      return { history, converged: true, emptied };
    }
  }
  return { history, converged: false, emptied };
}

/** Fits the terms of the support, writes a whole row of coefficients, returns dependent terms. */
function solveInto(
  row: Float64Array,
  factor: Float64Array,
  support: readonly number[],
  target: number,
  ridge: number,
): readonly number[] {
  const solution = restrictedSolve(factor, row.length, support, target, ridge);
  row.fill(0);
  support.forEach((term, place) => (row[term] = solution.coefficients[place]));
  return solution.dependent;
}

function indices(length: number, keep: (index: number) => boolean): number[] {
  return Array.from({ length }, (_, index) => index).filter(keep);
}

function samePattern(left: Float64Array, right: Float64Array): boolean {
  return left.every((value, index) => (value === 0) === (right[index] === 0));
}

function checkSettings(
  { ridge, maxIterations }: Settings,
  factor: Float64Array,
  columns: number,
): void {
  if (!(ridge >= 0 && ridge < Infinity)) {
    throw invalidArgument('ridge', ridge, 'give a number, 0 or more');
  }
  if (!Number.isInteger(maxIterations) || maxIterations < 1) {
    throw invalidArgument('maxIterations', maxIterations, 'give a whole number, 1 or more');
  }
  if (factor.length !== columns * columns) {
    throw invalidArgument('factor', factor, `expected ${columns} × ${columns} numbers`);
  }
}
