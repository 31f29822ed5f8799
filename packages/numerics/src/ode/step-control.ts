/** Proposes the width of the next step from the errors of the past ones. */
export interface StepControl {
  /** Signed width of the next step. */
  readonly width: number;
  /** Tells that a step of `width` had an error ≤ 1 and was taken. */
  accept(width: number, error: number): void;
  /** Tells that a step of `width` had an error above 1, or a state that is not finite. */
  reject(width: number, error: number): void;
}

/** Safety factor and limits of DOPRI5 (Hairer, Nørsett and Wanner, §IV.2). */
const safety = 0.9;
const smallest = 0.2;
const largest = 10;

/**
 * Proportional-integral control, starting with the width `first`.
 * @param order the error shrinks with width^order
 * @param beta weight of the error before; 0 leaves proportional control
 */
export function stepControl(first: number, order: number, beta: number): StepControl {
  const exponent = 1 / order - 0.75 * beta;
  let width = first;
  let previousError = 1e-4;
  let limit = largest;
  return {
    get width() {
      return width;
    },
    accept(taken, error) {
      const factor = (safety * previousError ** beta) / error ** exponent;
      width = taken * Math.max(smallest, Math.min(limit, factor));
      previousError = Math.max(error, 1e-4);
      limit = largest;
    },
    reject(taken, error) {
      const factor = Number.isFinite(error) ? safety / error ** exponent : 0;
      width = taken * Math.max(smallest, Math.min(1, factor));
      limit = 1;
    },
  };
}
