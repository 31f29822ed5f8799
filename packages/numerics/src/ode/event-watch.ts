import { evaluatePiece, type Piece } from './dense-solution.js';
import { findZero } from './find-zero.js';
import type { EventFunction } from './integrate-options.js';

/** An event that took place. */
export interface EventRecord {
  /** Index of its function in the options. */
  readonly event: number;
  readonly time: number;
  readonly state: Float64Array;
}

/** Follows the signs of event functions from step to step. */
export interface EventWatch {
  /**
   * The events of the step that ends at `end` in the state `next`, in the order of their times, up to
   * the first terminal one.
   */
  inspect(end: number, next: Float64Array, piece: () => Piece): EventRecord[];
}

/**
 * A zero counts when the function has a sign before the step and has lost or changed it after; a
 * function that is zero at the start has none, so leaving a section is no event.
 */
export function eventWatch(
  functions: readonly EventFunction[],
  start: number,
  initial: Float64Array,
): EventWatch {
  const before = functions.map(({ value }) => value(initial, start));
  return {
    inspect(end, next, piece) {
      const found: EventRecord[] = [];
      functions.forEach((own, event) => {
        const after = own.value(next, end);
        const crossed = crosses(before[event], after, own.direction ?? 'both');
        before[event] = after;
        if (crossed) found.push({ event, ...locate(own, piece(), end, initial.length) });
      });
      const sign = found.length > 0 ? Math.sign(piece().width) : 1;
      found.sort((a, b) => sign * (a.time - b.time));
      const last = found.findIndex(({ event }) => functions[event].terminal);
      return last < 0 ? found : found.slice(0, last + 1);
    },
  };
}

function crosses(before: number, after: number, direction: 'rising' | 'falling' | 'both'): boolean {
  const rising = before < 0 && after >= 0;
  const falling = before > 0 && after <= 0;
  return (rising && direction !== 'falling') || (falling && direction !== 'rising');
}

/** The zero on the interpolant. */
function locate(
  { value }: EventFunction,
  piece: Piece,
  end: number,
  dimension: number,
): Omit<EventRecord, 'event'> {
  const state = new Float64Array(dimension);
  const at = (time: number): number => {
    evaluatePiece(piece, time, state);
    return value(state, time);
  };
  const time = findZero(at, piece.start, end);
  evaluatePiece(piece, time, state);
  return { time, state: state.slice() };
}
