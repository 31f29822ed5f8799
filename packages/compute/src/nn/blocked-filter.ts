import * as tf from '@tensorflow/tfjs';
import { gatherPlaces } from './gather-windows.js';
import { byRows, places } from './window-table.js';

/** The extent of the filters that are spread, along every axis. */
export const KERNEL = 3;

/**
 * How a filter of 3 entries along each axis acts on windows whose outputs are blocks of 2 places along
 * each axis: entry(tap, place) of it links the tap of the window and the place of the block, along one
 * axis; none of them where the number is not one of 0, 1, 2.
 */
export interface Spread {
  /** Along how many axes. */
  readonly axes: number;
  /** Entries of a window along each axis. */
  readonly taps: number;
  entry(tap: number, place: number): number;
}

/**
 * The matrix (taps · rows) × (places · columns) of a filter, entries × rows × columns, by which a
 * window is multiplied.
 */
export function blockedFilter(filter: tf.Tensor3D, spread: Spread): tf.Tensor2D {
  const [entries, rows, columns] = filter.shape;
  const units = tf.reshape(filter, [1, entries * rows, columns]) as tf.Tensor3D;
  const { taps, block } = grids(spread);
  const matrix = gatherPlaces(units, spreadTable(rows, spread));
  return tf.reshape(matrix, [taps.length * rows, block.length * columns]);
}

/** The adjoint of {@link blockedFilter}: the gradient of the filter from the one of its matrix. */
export function gatherFilter(
  matrix: tf.Tensor2D,
  shape: readonly [entries: number, rows: number, columns: number],
  spread: Spread,
): tf.Tensor3D {
  const [entries, rows, columns] = shape;
  const table = spreadTable(rows, spread);
  const uses: number[][] = Array.from({ length: entries * rows }, () => []);
  table.forEach((unit, at) => uses[unit]?.push(at));
  const [{ length: count }] = uses;
  const units = tf.reshape(matrix, [1, table.length, columns]) as tf.Tensor3D;
  const gathered = gatherPlaces(units, Int32Array.from(uses.flat()));
  return tf.reshape(tf.sum(tf.reshape(gathered, [entries, rows, count, columns]), 2), [...shape]);
}

/** For every tap, row and place the unit (entry and row of the filter) there, or the number of units. */
function spreadTable(rows: number, spread: Spread): Int32Array {
  const { taps, block } = grids(spread);
  const number = byRows(new Array<number>(spread.axes).fill(KERNEL));
  const outside = KERNEL ** spread.axes * rows;
  const unit = (tap: readonly number[], row: number, place: readonly number[]): number => {
    const entry = tap.map((at, axis) => spread.entry(at, place[axis]));
    const exists = entry.every((at) => at >= 0 && at < KERNEL);
    return exists ? number(entry) * rows + row : outside;
  };
  return Int32Array.from(
    taps.flatMap((tap) =>
      Array.from({ length: rows }, (_, row) => block.map((place) => unit(tap, row, place))).flat(),
    ),
  );
}

function grids({ axes, taps }: Spread): { taps: number[][]; block: number[][] } {
  const along = (extent: number): number[][] => places(new Array<number>(axes).fill(extent));
  return { taps: along(taps), block: along(2) };
}
