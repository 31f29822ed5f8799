import type { Library } from '../library/library.js';
import type { Supports } from './support.js';

/** What a sparse regression is given: the data compressed to one triangular factor. */
export interface RegressionProblem {
  /** R of √w·[Θ | Ẋ], row-major (terms + targets)². */
  readonly factor: Float64Array;
  readonly library: Library;
  /** The variables whose derivatives the targets are, in the order of the columns of Ẋ. */
  readonly equations: readonly string[];
  /** The terms that each target may use. */
  readonly allowed: Supports;
  /** Number of rows of the data. */
  readonly rows: number;
}

/** Finds the coefficients, row-major targets × terms; zero where a term is not in an equation. */
export type Regression = (problem: RegressionProblem) => Float64Array;
