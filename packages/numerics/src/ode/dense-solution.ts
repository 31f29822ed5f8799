/** A piecewise polynomial solution that grows by one step after the other. */
export interface DenseSolution {
  /** Appends the step up to the time `end` with the coefficients made by `interpolant`. */
  append(end: number, coefficients: Float64Array): void;
  /** The time up to which the solution is known. */
  readonly end: number;
  /** Whether `time` lies between the start and the end. */
  covers(time: number): boolean;
  /**
   * The state at a time.
   * @throws RangeError when the solution does not cover it
   */
  at(time: number): Float64Array;
}

/** A solution that so far is known at its start only. */
export function denseSolution(start: number, initial: Float64Array): DenseSolution {
  const times = [start];
  const pieces: Float64Array[] = [];
  const last = (): number => times[times.length - 1];
  const covers = (time: number): boolean =>
    last() >= start ? time >= start && time <= last() : time <= start && time >= last();
  return {
    append(end, coefficients) {
      times.push(end);
      pieces.push(coefficients);
    },
    get end() {
      return last();
    },
    covers,
    at(time) {
      if (!covers(time)) {
        throw new RangeError(
          `time is ${time}; the solution is known between ${start} and ${last()} only.`,
        );
      }
      if (pieces.length === 0) return initial.slice();
      const piece = find(times, time);
      const width = times[piece + 1] - times[piece];
      return evaluate(pieces[piece], (time - times[piece]) / width);
    },
  };
}

/** Index of the step that contains the time, by bisection. */
function find(times: readonly number[], time: number): number {
  const sign = times[times.length - 1] >= times[0] ? 1 : -1;
  let low = 0;
  let high = times.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sign * (time - times[middle]) >= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

function evaluate(coefficients: Float64Array, theta: number): Float64Array {
  const d = coefficients.length / 5;
  const rest = 1 - theta;
  const state = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    const inner = coefficients[3 * d + i] + rest * coefficients[4 * d + i];
    const middle = coefficients[2 * d + i] + theta * inner;
    state[i] = coefficients[i] + theta * (coefficients[d + i] + rest * middle);
  }
  return state;
}
