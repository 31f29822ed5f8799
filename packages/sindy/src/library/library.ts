import type { Term } from '@noether/contracts';
import type { ElementaryFunction } from '../terms/elementary-function.js';

/** Candidate functions Θ(x) for the right-hand side of an equation. */
export interface Library {
  /** Variable names, length d. */
  readonly variables: readonly string[];
  /** The functions in the order of the columns of Θ, length p. */
  readonly terms: readonly Term[];
  /** The functions of one argument that the terms name and that are not built in. */
  readonly functions?: readonly ElementaryFunction[];
  /**
   * Evaluates all functions at `count` states.
   * @param states row-major rows × d
   * @param from first row to read
   * @param values row `i` is written to `values[i·stride] … values[i·stride + p − 1]`
   * @param stride distance between the rows of `values`, p when left out
   */
  evaluate(
    states: ArrayLike<number>,
    from: number,
    count: number,
    values: Float64Array,
    stride?: number,
  ): void;
  /** ∂Θ/∂x at one state, written to `derivative` row-major p × d. */
  jacobian(state: ArrayLike<number>, derivative: Float64Array): void;
}
