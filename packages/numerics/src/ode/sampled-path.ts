import { denseSolution, evaluatePiece, type Piece } from './dense-solution.js';

/** The states at asked times and, if wanted, the whole solution; both grow with the steps. */
export interface SampledPath {
  /** Whether the step up to `end` is needed as a polynomial. */
  needs(end: number): boolean;
  /** Tells that the solution is known up to `end`; the piece may be missing where it is not needed. */
  append(end: number, piece: Piece | undefined): void;
  /** Row-major, the asked times reached so far × d. */
  states(): Float64Array;
  /** The next asked time; the last one when all are reached. */
  readonly goal: number;
  /** @throws RangeError outside, and without the dense solution */
  at(time: number): Float64Array;
}

export function sampledPath(
  times: ArrayLike<number>,
  initial: Float64Array,
  dense: boolean,
): SampledPath {
  const d = initial.length;
  const sampled = new Float64Array(times.length * d);
  sampled.set(initial);
  const direction = Math.sign(times[times.length - 1] - times[0]);
  const solution = denseSolution(times[0], initial);
  let rows = 1;
  const reached = (end: number): boolean =>
    rows < times.length && (end - times[rows]) * direction >= 0;
  return {
    needs: (end) => dense || reached(end),
    append(end, piece) {
      if (!piece) return;
      if (dense) solution.append(piece, end);
      for (; reached(end); rows++) {
        evaluatePiece(piece, times[rows], sampled.subarray(rows * d, (rows + 1) * d));
      }
    },
    states: () => sampled.slice(0, rows * d),
    get goal() {
      return times[Math.min(rows, times.length - 1)];
    },
    at(time) {
      if (dense) return solution.at(time);
      throw new RangeError('The solution between the times was not kept; leave out dense: false.');
    },
  };
}
