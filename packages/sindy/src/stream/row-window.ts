import type { VelocityMethod } from '../data/velocity-method.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/** Rows [from, to) of arrays. */
export interface RowRange extends Omit<TrajectoryChunk, 'times' | 'starts' | 'velocities'> {
  readonly velocities: Float64Array;
  readonly from: number;
  readonly to: number;
}

/**
 * A window that goes along one trajectory: it takes up rows until it is full, then the rows whose velocities
 * no later row can change go out, and what the next ones need stays. Its places depend on the trajectory
 * alone, not on how that was cut into chunks.
 */
export interface RowWindow {
  readonly isFull: boolean;
  /** Takes rows of the chunk from row `from` on, at most up to row `end`; returns how many. */
  take(chunk: TrajectoryChunk, from: number, end: number): number;
  /** The rows that are ready, of a full window or at the end of the trajectory. */
  ready(isEnd: boolean): RowRange;
}

const FIELDS = ['times', 'states', 'inputs', 'weights', 'velocities'] as const;
type Field = (typeof FIELDS)[number];

/**
 * @param capacity rows of the window, more than 2·overlap
 * @param overlap rows on both sides that a velocity depends on
 */
export function rowWindow(
  first: TrajectoryChunk,
  d: number,
  m: number,
  method: VelocityMethod,
  overlap: number,
  capacity: number,
): RowWindow {
  const widths: Record<Field, number> = {
    ...{ times: 1, states: d, velocities: d, inputs: m, weights: 1 },
  };
  const fields = FIELDS.filter((field) => first[field]);
  const kept = Object.fromEntries(
    fields.map((field) => [field, new Float64Array(capacity * widths[field])]),
  ) as Record<'times' | 'states', Float64Array> & Partial<Record<Field, Float64Array>>;
  const derived = new Float64Array(kept.velocities ? 0 : capacity * d);
  let filled = 0;
  let fresh = 0;

  const part = (field: Field): Float64Array => kept[field]!.subarray(0, filled * widths[field]);
  const slide = (): void => {
    const from = filled - 2 * overlap;
    for (const field of fields) kept[field]!.copyWithin(0, from * widths[field]);
    filled -= from;
    fresh -= from;
  };
  return {
    get isFull() {
      return filled === capacity;
    },
    take(chunk, from, end) {
      if (filled === capacity) slide();
      const rows = Math.min(capacity - filled, end - from);
      for (const field of fields) {
        const width = widths[field];
        const values = chunk[field]!.subarray(from * width, (from + rows) * width);
        kept[field]!.set(values, filled * width);
      }
      filled += rows;
      return rows;
    },
    ready(isEnd) {
      const made = kept.velocities
        ? { states: part('states'), velocities: part('velocities') }
        : method(part('times'), part('states'), d, derived.subarray(0, filled * d));
      const range = { from: fresh, to: isEnd ? filled : filled - overlap };
      fresh = range.to;
      const rest = {
        ...(kept.inputs ? { inputs: kept.inputs } : {}),
        ...(kept.weights ? { weights: kept.weights } : {}),
      };
      return { ...made, ...rest, ...range };
    },
  };
}
