/** How the variables of wide data lie on a grid. */
export interface FieldLayout {
  /** What the pictures show: the name before the indices. */
  readonly quantity: string;
  readonly height: number;
  readonly width: number;
  /** Variables of the picture, row-major height × width. */
  readonly variables: Int32Array;
}

/** Fewer points than this are variables of their own. */
const FEWEST = 16;

/**
 * Reads the grid off the names of variables: `u[row,column]` for pictures, `s0`, `s1` … or `s[0]`, `s[1]` … for
 * signals. Of several quantities the first is taken. Null when the names tell no full grid.
 */
export function fieldLayout(names: readonly string[]): FieldLayout | null {
  if (names.length < FEWEST) return null;
  const found = names.map(placeOf);
  const [first] = found;
  if (!first) return null;
  const own = found.flatMap((place, variable) =>
    place?.quantity === first.quantity ? [{ ...place, variable }] : [],
  );
  const [rows, columns] = [own.map(({ row }) => row), own.map(({ column }) => column)];
  const [top, left] = [smallest(rows), smallest(columns)];
  const [height, width] = [largest(rows) - top + 1, largest(columns) - left + 1];
  if (own.length !== height * width || own.length < FEWEST || found.some((place) => !place)) {
    return null;
  }
  const variables = new Int32Array(own.length).fill(-1);
  for (const { row, column, variable } of own) {
    variables[(row - top) * width + column - left] = variable;
  }
  if (variables.includes(-1)) return null;
  return { quantity: first.quantity, height, width, variables };
}

interface Place {
  readonly quantity: string;
  readonly row: number;
  readonly column: number;
}

function placeOf(name: string): Place | null {
  const picture = /^(.+)\[(\d+),\s*(\d+)\]$/.exec(name);
  if (picture) return { quantity: picture[1], row: Number(picture[2]), column: Number(picture[3]) };
  const signal = /^(.+)\[(\d+)\]$/.exec(name) ?? /^(.*\D)(\d+)$/.exec(name);
  return signal && { quantity: signal[1], row: 0, column: Number(signal[2]) };
}

const smallest = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Infinity);
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);
