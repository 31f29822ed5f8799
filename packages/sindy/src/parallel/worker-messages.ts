import type { ErrorDetails, Term } from '@noether/contracts';
import type { DataRows, RowFactor } from '../regress/row-factor.js';

/** The memory of some rows that is handed over from thread to thread; what threads share stays where it is. */
export function buffersOf({ states, velocities, weights }: DataRows): ArrayBuffer[] {
  const arrays = weights ? [states, velocities, weights] : [states, velocities];
  return arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

/** What a worker is told. */
export type WorkerRequest =
  | {
      readonly kind: 'prepare';
      readonly fit: number;
      readonly terms: readonly Term[];
      readonly variables: readonly string[];
      readonly sides: readonly string[];
    }
  | {
      readonly kind: 'reduce';
      readonly fit: number;
      readonly task: number;
      readonly rows: DataRows;
      readonly count: number;
    }
  | { readonly kind: 'release'; readonly fit: number };

/** What a worker answers to `reduce`. */
export type WorkerReply =
  | { readonly task: number; readonly result: RowFactor; readonly rows: DataRows }
  | { readonly task: number; readonly message: string; readonly details: ErrorDetails };
