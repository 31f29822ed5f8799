import type { DataRows } from '../regress/row-factor.js';
import { sharedArray } from '../parallel/shared-array.js';
import type { RowRange } from './row-window.js';

/** Rows to reduce together. */
export interface Leaf {
  readonly rows: DataRows;
  readonly count: number;
}

/** Gathers rows into leaves of equal size, each with arrays of its own. */
export interface LeafBuilder {
  /** Takes all rows of the range; yields the leaves that they fill. */
  add(range: RowRange): Generator<Leaf>;
  /** What is left at the end. */
  rest(): Generator<Leaf>;
}

/**
 * @param d velocities of a row
 * @param m inputs of a row, which follow its states
 * @param spare arrays of earlier leaves, to be filled again
 */
export function leafBuilder(d: number, m: number, size: number, spare: DataRows[]): LeafBuilder {
  const width = d + m;
  let leaf: DataRows | undefined;
  let weights: Float64Array | undefined;
  let count = 0;
  let firstRow = 0;

  const arrays = (): DataRows =>
    spare.pop() ?? {
      states: sharedArray(size * width),
      velocities: sharedArray(size * d),
    };
  const close = (): Leaf => {
    const done = { rows: { ...leaf!, weights, firstRow }, count };
    firstRow += count;
    leaf = undefined;
    weights = undefined;
    count = 0;
    return done;
  };
  const copy = (range: RowRange, from: number, rows: number): void => {
    const { inputs, states, velocities } = range;
    leaf ??= arrays();
    leaf.velocities.set(velocities.subarray(from * d, (from + rows) * d), count * d);
    if (range.weights) {
      weights ??= (leaf.weights ?? sharedArray(size)).fill(1);
      weights.set(range.weights.subarray(from, from + rows), count);
    }
    if (!inputs) {
      leaf.states.set(states.subarray(from * d, (from + rows) * d), count * d);
      return;
    }
    for (let row = 0; row < rows; row++) {
      const [source, target] = [from + row, (count + row) * width];
      leaf.states.set(states.subarray(source * d, (source + 1) * d), target);
      leaf.states.set(inputs.subarray(source * m, (source + 1) * m), target + d);
    }
  };
  return {
    *add(range) {
      for (let from = range.from; from < range.to;) {
        const rows = Math.min(size - count, range.to - from);
        copy(range, from, rows);
        from += rows;
        count += rows;
        if (count === size) yield close();
      }
    },
    *rest() {
      if (count > 0) yield close();
    },
  };
}
