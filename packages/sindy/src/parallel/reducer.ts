import type { Library } from '../library/library.js';
import { type DataRows, type RowFactor, rowFactoring } from '../regress/row-factor.js';

/** What the rows of one fit go through, in this thread or in others. */
export interface Reducer {
  /** How many reductions are worth having under way at the same time. */
  readonly depth: number;
  /** Reduces rows that nobody else uses afterwards. */
  reduce(rows: DataRows, count: number): Promise<RowFactor>;
  /** Tells that no more rows come. */
  release(): void;
}

/** Reduces in this thread. */
export function localReducer(library: Library, sides: readonly string[]): Reducer {
  const reduce = rowFactoring(library, sides);
  return {
    depth: 0,
    reduce: (rows, count) => Promise.resolve(reduce(rows, 0, count)),
    release: () => undefined,
  };
}
