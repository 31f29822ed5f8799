/**
 * A polynomial over one step: with θ = (t − start)/width the state at t is
 * c₀ + θ(c₁ + (1 − θ)(c₂ + θ(c₃ + (1 − θ)(c₄ + …)))).
 */
export interface Piece {
  readonly start: number;
  /** Signed. */
  readonly width: number;
  /** c₀, c₁, …, row-major × d. */
  readonly coefficients: Float64Array;
}

/** Writes the state of a piece at a time into `state`. */
export function evaluatePiece(piece: Piece, time: number, state: Float64Array): void {
  const { start, width, coefficients } = piece;
  const d = state.length;
  const last = coefficients.length / d - 1;
  const theta = (time - start) / width;
  const rest = 1 - theta;
  for (let i = 0; i < d; i++) {
    let value = coefficients[last * d + i];
    for (let row = last - 1; row >= 0; row--) {
      value = coefficients[row * d + i] + (row % 2 === 0 ? theta : rest) * value;
    }
    state[i] = value;
  }
}

/** A piecewise polynomial solution that grows by one step after the other. */
export interface DenseSolution {
  /** Appends a piece that holds up to the time `end`. */
  append(piece: Piece, end: number): void;
  /**
   * The state at a time.
   * @throws RangeError when the solution does not cover it
   */
  at(time: number): Float64Array;
}

/** A solution that so far is known at its start only. */
export function denseSolution(start: number, initial: Float64Array): DenseSolution {
  const ends = [start];
  const pieces: Piece[] = [];
  const last = (): number => ends[ends.length - 1];
  return {
    append(piece, end) {
      ends.push(end);
      pieces.push(piece);
    },
    at(time) {
      const covered =
        last() >= start ? time >= start && time <= last() : time <= start && time >= last();
      if (!covered) {
        throw new RangeError(
          `time is ${time}; the solution is known between ${start} and ${last()} only.`,
        );
      }
      const state = initial.slice();
      if (pieces.length > 0) evaluatePiece(pieces[find(ends, time)], time, state);
      return state;
    },
  };
}

/** Index of the step that contains the time, by bisection. */
function find(ends: readonly number[], time: number): number {
  const sign = ends[ends.length - 1] >= ends[0] ? 1 : -1;
  let low = 0;
  let high = ends.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sign * (time - ends[middle]) >= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
