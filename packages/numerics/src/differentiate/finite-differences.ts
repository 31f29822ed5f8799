import { checkSamples } from './check-samples.js';
import { stencilWeights } from './stencil-weights.js';

/** Options of {@link finiteDifferences}. */
export interface FiniteDifferenceOptions {
  /** Order of accuracy, 1 or more; 2 by default. Odd orders lean forward. */
  readonly order?: number;
  /** Which derivative, 1 or more; 1 by default. */
  readonly derivative?: number;
  /** The period, when the samples go round; then there are no ends. */
  readonly period?: number;
  /** Leaves NaN where a centred stencil does not fit; false by default, with one-sided stencils. */
  readonly dropEnds?: boolean;
  /** Where the derivatives are written, rows × columns; a new array by default. */
  readonly into?: Float64Array;
}

/**
 * Derivatives of sampled functions on any increasing times. Inside, a centred stencil of
 * 2⌊(d+1)/2⌋ − 1 + order points; at the ends the first or last d + order points. The weights follow from
 * the times themselves, so an uneven grid costs no order. They sum to 0, so differences from the value at the row
 * itself are weighed, and what is constant has the derivative 0 exactly.
 * @param values row-major rows × columns
 * @returns row-major rows × columns
 * @throws RangeError for times that do not increase, too few rows, an order too low for the derivative or a target
 * of another length
 */
export function finiteDifferences(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
  options: FiniteDifferenceOptions = {},
): Float64Array {
  const { order = 2, derivative = 1, period, dropEnds = false } = options;
  const rows = checkSamples(times, values, columns);
  const inside = 2 * Math.floor((derivative + 1) / 2) - 1 + order;
  if (!Number.isInteger(inside) || order < 1 || derivative < 1 || inside <= derivative) {
    throw new RangeError(
      `order is ${order} for derivative ${derivative}; give whole numbers with enough points, e.g. order 2.`,
    );
  }
  const atEnds = derivative + order;
  if (rows < Math.max(inside, atEnds)) {
    throw new RangeError(
      `${rows} rows are too few; order ${order} needs ${Math.max(inside, atEnds)}.`,
    );
  }
  if (period !== undefined && !(period > times[rows - 1] - times[0])) {
    throw new RangeError(`period is ${period}; it must exceed the span of the times.`);
  }
  const result = targetOf(options.into, rows * columns);
  const left = Math.floor((inside - 1) / 2);
  const right = inside - 1 - left;
  const stencil = stencils(times, derivative, period ?? 0);
  for (let row = 0; row < rows; row++) {
    const fits = row >= left && row + right < rows;
    if (!fits && dropEnds && period === undefined) {
      result.fill(NaN, row * columns, (row + 1) * columns);
      continue;
    }
    const [first, count] =
      fits || period !== undefined
        ? [row - left, inside]
        : [row < left ? 0 : rows - atEnds, atEnds];
    const weights = stencil.weights(row, first, count);
    if (fits) {
      const end = stencil.sameUntil(row, rows - right, left);
      combine(values, columns, weights, row, end, left, result);
      row = end - 1;
      continue;
    }
    for (let at = 0; at < count; at++) {
      const source = ((first + at + rows) % rows) * columns;
      for (let column = 0; column < columns; column++) {
        const entry = row * columns + column;
        result[entry] += weights[at] * (values[source + column] - values[entry]);
      }
    }
  }
  return result;
}

function targetOf(into: Float64Array | undefined, length: number): Float64Array {
  if (!into) return new Float64Array(length);
  if (into.length !== length) {
    throw new RangeError(`into has ${into.length} numbers; the derivatives are ${length}.`);
  }
  return into.fill(0);
}

/** Adds to the rows [row, end), with one stencil, Σ weight · difference; `left` values come before each row. */
function combine(
  values: ArrayLike<number>,
  columns: number,
  weights: Float64Array,
  row: number,
  end: number,
  left: number,
  result: Float64Array,
): void {
  const [from, to] = [row * columns, end * columns];
  for (let at = 0; at < weights.length; at++) {
    if (at === left) continue;
    const weight = weights[at];
    const shift = (at - left) * columns;
    for (let entry = from; entry < to; entry++) {
      result[entry] += weight * (values[entry + shift] - values[entry]);
    }
  }
}

interface Stencils {
  /** Weights of the `count` rows from `first` on for the derivative at `row`. */
  weights(row: number, first: number, count: number): Float64Array;
  /** The first row after `row`, at most `end`, that needs other weights. */
  sameUntil(row: number, end: number, left: number): number;
}

/**
 * The weights of each stencil; those of the row before are used again where the times differ from its
 * times by no more than their rounding, as on an even grid.
 */
function stencils(times: ArrayLike<number>, derivative: number, period: number): Stencils {
  const rounding =
    4 * Number.EPSILON * Math.max(Math.abs(times[0]), Math.abs(times[times.length - 1]));
  let offsets = new Float64Array(0);
  let weights: Float64Array = new Float64Array(0);
  const weightsOf: Stencils['weights'] = (row, first, count) => {
    let same = offsets.length === count;
    for (let at = 0; at < count && same; at++) {
      const offset = timeAt(times, first + at, period) - times[row];
      same = Math.abs(offset - offsets[at]) <= rounding;
    }
    if (!same) {
      offsets = Float64Array.from(
        { length: count },
        (_, at) => timeAt(times, first + at, period) - times[row],
      );
      weights = stencilWeights(offsets, 0, derivative);
    }
    return weights;
  };
  const sameUntil: Stencils['sameUntil'] = (row, end, left) => {
    let until = end;
    for (let at = 0; at < offsets.length; at++) {
      const offset = offsets[at];
      const shift = at - left;
      let next = row + 1;
      while (next < until && Math.abs(times[next + shift] - times[next] - offset) <= rounding) {
        next++;
      }
      until = next;
    }
    return until;
  };
  return { weights: weightsOf, sameUntil };
}

/** The time of a row beyond the ends, one period earlier or later. */
function timeAt(times: ArrayLike<number>, row: number, period: number): number {
  if (row < 0) return times[row + times.length] - period;
  return row < times.length ? times[row] : times[row - times.length] + period;
}
