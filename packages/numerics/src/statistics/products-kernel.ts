import type { WasmFunction } from '../wasm/assemble.js';
import { doubles } from '../wasm/double-instructions.js';
import { advance, PAIR, until } from '../linalg/kernel-loops.js';

/** Rows of both sides that are held at once. */
export const ROWS = 256;
/** Columns that are held at once. */
export const COLUMNS = 256;
/** Doubles from a row to the next: eight more than the columns, or the rows would fall on one another in the cache. */
export const ROW_STRIDE: number = COLUMNS + 8;
/** Rows of the left side that the kernel takes together. */
export const LEFT_ROWS = 4;
/** And of the right side. */
export const RIGHT_ROWS = 2;

const { get, set, load, store, add, mul, firsts, seconds, zero } = doubles;

const [A, B, END, OUT, FIRST] = [0, 1, 2, 3, 4];
const locals = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
const left = locals(FIRST, LEFT_ROWS);
const right = locals(FIRST + LEFT_ROWS, RIGHT_ROWS);
const sums = locals(FIRST + LEFT_ROWS + RIGHT_ROWS, LEFT_ROWS * RIGHT_ROWS);

const loadRows = (pointer: number, rows: readonly number[]): number[] =>
  rows.flatMap((local, index) => [...get(pointer), ...load(8 * ROW_STRIDE * index), ...set(local)]);

const addProduct = (a: number, b: number, sum: number): number[] => [
  ...[...get(a), ...get(b), ...mul],
  ...[...get(sum), ...add, ...set(sum)],
];

/** Both halves of the sums of a left row, a pair for its two right rows, are added to the table. */
const addToTable = (index: number): number[] => {
  const [first, second] = sums.slice(RIGHT_ROWS * index);
  return [
    ...[...get(OUT), ...get(OUT), ...load(8 * ROWS * index)],
    ...[...get(first), ...get(second), ...firsts],
    ...[...get(first), ...get(second), ...seconds, ...add],
    ...[...add, ...store(8 * ROWS * index)],
  ];
};

/**
 * `addProducts(a, b, end, out)`: adds Σ aᵢₖ bⱼₖ of four rows at `a` and two at `b` to entries (i, j) of a table with rows
 * of {@link ROWS}. Rows are {@link ROW_STRIDE} doubles apart; `end` is that of the first left row, a whole number of pairs on.
 */
export const productsKernel: WasmFunction = {
  name: 'addProducts',
  parameters: ['i32', 'i32', 'i32', 'i32'],
  locals: new Array<'v128'>(left.length + right.length + sums.length).fill('v128'),
  body: [
    ...sums.flatMap((sum) => [...zero, ...set(sum)]),
    ...until(A, END, [
      ...[...loadRows(A, left), ...loadRows(B, right)],
      ...left.flatMap((a, i) =>
        right.flatMap((b, j) => addProduct(a, b, sums[RIGHT_ROWS * i + j])),
      ),
      ...[...advance(A, PAIR), ...advance(B, PAIR)],
    ]),
    ...left.flatMap((_, index) => addToTable(index)),
  ],
};
