import { sizeOf } from '@noether/contracts';

/** Windows of `size` places along every axis of a grid, `stride` apart, the first at −`before`. */
export interface Windows {
  /** Places of the grid along each axis. */
  readonly extents: readonly number[];
  /** Windows along each axis. */
  readonly counts: readonly number[];
  readonly size: number;
  readonly stride: number;
  readonly before: number;
}

/** The number of a place of a grid. */
type Numbering = (place: readonly number[]) => number;

/** All places of a grid, the last axis fastest. */
export function places(extents: readonly number[]): number[][] {
  return extents.reduce<number[][]>(
    (all, extent) => all.flatMap((place) => range(extent).map((entry) => [...place, entry])),
    [[]],
  );
}

/** The numbering in which the last axis runs fastest. */
export function byRows(extents: readonly number[]): Numbering {
  return (place) => place.reduce((number, entry, axis) => number * extents[axis] + entry, 0);
}

/** Blocks of 2 places along every axis by rows, and by rows the places in each. */
export function byBlocks(extents: readonly number[]): Numbering {
  const block = byRows(extents.map((extent) => extent / 2));
  const inside = byRows(extents.map(() => 2));
  return (place) =>
    block(place.map((entry) => entry >> 1)) * 2 ** place.length +
    inside(place.map((entry) => entry & 1));
}

/**
 * The number of the place that each entry of each window reads, windows by rows, entries by rows; the
 * number of places where that is outside of the grid.
 */
export function windowTable(windows: Windows, number: Numbering): Int32Array {
  const { extents, counts, size, stride, before } = windows;
  const outside = sizeOf(extents);
  const entries = places(extents.map(() => size));
  const read = (window: readonly number[], entry: readonly number[]): number => {
    const place = window.map((at, axis) => at * stride - before + entry[axis]);
    return place.every((at, axis) => at >= 0 && at < extents[axis]) ? number(place) : outside;
  };
  return Int32Array.from(
    places(counts).flatMap((window) => entries.map((entry) => read(window, entry))),
  );
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
