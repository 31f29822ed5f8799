import { nullSpace } from '@noether/numerics';

/** Whether some vector of the space has more than rounding errors at this coefficient. */
export function isFree(space: Float64Array, size: number, at: number): boolean {
  for (let row = at; row < space.length; row += size) {
    if (Math.abs(space[row]) > 1e-12) return true;
  }
  return false;
}

/** The part of the space in which the dropped coefficients are zero. */
export function without(
  space: Float64Array,
  size: number,
  dropped: readonly number[],
): Float64Array {
  const rows = space.length / size;
  const equations = Float64Array.from(
    dropped.flatMap((at) => Array.from({ length: rows }, (_, row) => space[row * size + at])),
  );
  const kept = nullSpace(equations, dropped.length, rows, 1e-9);
  const smaller = new Float64Array((kept.length / rows) * size);
  for (let vector = 0; vector < kept.length / rows; vector++) {
    for (let row = 0; row < rows; row++) {
      for (let at = 0; at < size; at++) {
        smaller[vector * size + at] += kept[vector * rows + row] * space[row * size + at];
      }
    }
  }
  const gone = new Set(dropped);
  return smaller.map((value, at) => (gone.has(at % size) ? 0 : value));
}
