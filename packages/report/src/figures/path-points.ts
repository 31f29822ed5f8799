import { pickEvenly } from './pick-evenly.js';

/** A point of a drawn path. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
  /** Position along the path. */
  readonly order: number;
  readonly path: string;
}

/**
 * The first two coordinates of a path, row-major rows × dimension, thinned to at most `limit` points.
 * With one dimension x is the row number. Rows that are not finite are left out.
 */
export function pathPoints(
  states: Float64Array,
  dimension: number,
  path: string,
  limit = 300,
): PathPoint[] {
  const rows = Math.floor(states.length / dimension);
  const order = pickEvenly(
    Array.from({ length: rows }, (_, row) => row),
    limit,
  );
  return order
    .map((row) =>
      dimension === 1
        ? { x: row, y: rounded(states[row]), order: row, path }
        : {
            x: rounded(states[row * dimension]),
            y: rounded(states[row * dimension + 1]),
            order: row,
            path,
          },
    )
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
