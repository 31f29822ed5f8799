/** What became of a tried step. */
export type Attempt = 'accepted' | 'rejected' | 'not-finite';

/** A one-step method at work on one problem: it owns the state and the width of the steps. */
export interface Stepper {
  /** The state before the step; `advance` moves it on. */
  readonly state: Float64Array;
  /** The state after the last accepted attempt. */
  readonly next: Float64Array;
  /** Signed width proposed for the next attempt. */
  readonly width: number;
  /** Tries a step of `width` from `time`. */
  attempt(time: number, width: number): Attempt;
  /**
   * The coefficients of the interpolant over the accepted step, see `denseSolution`. To be asked
   * before `advance`.
   */
  interpolant(): Float64Array;
  /** Makes the state after the accepted step the state. */
  advance(): void;
}

/** What a stepper is made from. */
export interface StepProblem {
  /** Counts its evaluations. */
  readonly field: (state: ArrayLike<number>, velocity: Float64Array, time: number) => void;
  readonly initial: Float64Array;
  readonly start: number;
  /** Signed length of the whole interval. */
  readonly span: number;
  /** dx/dt at the start; finite. */
  readonly slope: Float64Array;
  readonly relative: number;
  readonly absolute: number;
  /** Width of the first step, unsigned; undefined to have one chosen. */
  readonly step: number | undefined;
}
