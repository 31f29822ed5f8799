import type { Library } from '../library/library.js';
import { type DataRows, type RowFactor, rowFactoring } from '../regress/row-factor.js';

/** Rows that were reduced, and their arrays, ready to be filled anew. */
export interface Reduction {
  readonly result: RowFactor;
  readonly rows: DataRows;
}

/** What the rows of one fit go through, in this thread or in others. */
export interface Reducer {
  /** How many reductions are worth having under way at the same time. */
  readonly depth: number;
  /** Reduces rows that nobody else touches until they come back. */
  reduce(rows: DataRows, count: number): Promise<Reduction>;
  /** Tells that no more rows come. */
  release(): void;
}

/** Reduces in this thread. */
export function localReducer(library: Library, sides: readonly string[]): Reducer {
  const reduce = rowFactoring(library, sides);
  return {
    depth: 0,
    reduce: (rows, count) => Promise.resolve({ result: reduce(rows, 0, count), rows }),
    release: () => undefined,
  };
}
