import type { ChartSpec } from '../figure.js';
import { eigenvaluePlane, largestPart } from './eigenvalue-plane.js';
import { heatMap, largestEntry } from './heat-map.js';

/** Room in px that the panels of one row share. */
const ROOM = 372;
/** Most heat maps beside each other, and the room in px that all rows of them share. */
const [COLUMNS, HEIGHT] = [3, 228];
/** Most width of the eigenvalues of a generator in px. */
const PLANE = 140;
const GAP = 14;
/** Room in px for the title of a panel. */
const HEAD = 26;
/** Length of the colour bar in px. */
const BAR = 160;

/** A generator as it is drawn. */
export interface DrawnGenerator {
  readonly name: string;
  readonly matrix: readonly (readonly number[])[];
  readonly eigenvalues: readonly { readonly re: number; readonly im: number }[];
}

/**
 * Several generators so that they fit one column of a paper: their heat maps in a grid, one colour bar
 * for all, and below a row of their eigenvalues on the same axes.
 */
export function generatorGrid(generators: readonly DrawnGenerator[]): ChartSpec {
  const count = generators.length;
  const rows = Math.ceil(count / COLUMNS);
  const columns = Math.ceil(count / rows);
  const largest = largestEntry(generators.map(({ matrix }) => matrix));
  const part = largestPart(generators.flatMap(({ eigenvalues }) => eigenvalues));
  const maps = generators.map(({ name, matrix }, index) =>
    heatMap(matrix, {
      title: name,
      side: Math.min(share(columns), HEIGHT / rows),
      largest,
      axes: { row: index % columns === 0, column: index + columns >= count },
      bar: BAR,
    }),
  );
  const plane = Math.min(share(count), PLANE);
  const planes = generators.map(({ name, eigenvalues }, index) =>
    eigenvaluePlane(eigenvalues, {
      title: `λ of ${name}`,
      side: plane,
      shared: { largest: part, imaginary: index === 0 },
    }),
  );
  return {
    spacing: 20,
    vconcat: [grid(maps, columns, GAP), grid(planes, count, share(count) - plane + GAP)],
  };
}

/** The width in px of each of so many panels in a row. */
function share(count: number): number {
  return Math.floor((ROOM - (count - 1) * GAP) / count);
}

function grid(panels: readonly ChartSpec[], columns: number, gap: number): ChartSpec {
  return { columns, bounds: 'flush', spacing: { row: HEAD, column: gap }, concat: panels };
}
