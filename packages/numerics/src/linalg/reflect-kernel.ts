import type { WasmFunction } from '../wasm/assemble.js';
import { doubles } from '../wasm/double-instructions.js';
import { PANEL, STRIDE } from './block-layout.js';
import { advance, PAIR, until } from './kernel-loops.js';

const { get, set, i32, addI32, load, loadTwice, store } = doubles;
const { add, sub, mul, firsts, seconds, zero } = doubles;

const COLUMN = 8 * STRIDE;
const panel = Array.from({ length: PANEL }, (_, index) => index);

const [V, C, END, BYTES, ROW, STEP, P, Q, LAST, LOWER_ROW] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const FIRST_PAIR = LOWER_ROW + PANEL - 1;
const [LEFT, RIGHT, REFLECTOR] = [FIRST_PAIR, FIRST_PAIR + 1, FIRST_PAIR + 2];
/** The rows of the triangle that the panel touches. */
const rows = panel.map((index) => (index === 0 ? ROW : LOWER_ROW + index - 1));
/** One number for each reflection, of the left and of the right column. */
const left = panel.map((index) => REFLECTOR + 1 + index);
const right = panel.map((index) => REFLECTOR + 1 + PANEL + index);

const sum = (one: number, other: number): number[] => [...get(one), ...get(other), ...addI32];

const loadReflector = (index: number): number[] => [
  ...get(P),
  ...load(index * COLUMN),
  ...set(REFLECTOR),
];

/** Goes down the two columns; `each` is done for each of the four reflectors. */
const downColumns = (each: (index: number) => number[], then: readonly number[]): number[] => [
  ...[...get(V), ...set(P), ...get(C), ...set(Q)],
  ...until(P, LAST, [
    ...[...get(Q), ...load(), ...set(LEFT)],
    ...[...get(Q), ...load(COLUMN), ...set(RIGHT)],
    ...panel.flatMap((index) => [...loadReflector(index), ...each(index)]),
    ...then,
    ...[...advance(P, PAIR), ...advance(Q, PAIR)],
  ]),
];

const addProduct = (column: number, total: number): number[] => [
  ...[...get(total), ...get(REFLECTOR), ...get(column), ...mul],
  ...[...add, ...set(total)],
];

const products = [
  ...[...left, ...right].flatMap((local) => [...zero, ...set(local)]),
  ...downColumns(
    (index) => [...addProduct(LEFT, left[index]), ...addProduct(RIGHT, right[index])],
    [],
  ),
];

/** w = entries of the triangle + V′ columns, a pair of both columns for each reflection. */
const gather = panel.flatMap((index) => [
  ...[...get(left[index]), ...get(right[index]), ...firsts],
  ...[...get(left[index]), ...get(right[index]), ...seconds],
  ...[...add, ...get(rows[index]), ...load(), ...add, ...set(left[index])],
]);

/** u = T′w, from the last to the first because u takes the place of w; the triangle loses u. */
const transform = panel
  .toReversed()
  .flatMap((index) => [
    ...panel
      .slice(0, index + 1)
      .flatMap((other) => [
        ...[...get(left[other]), ...i32(0), ...loadTwice(8 * (other * PANEL + index)), ...mul],
        ...(other > 0 ? add : []),
      ]),
    ...set(left[index]),
    ...[...get(rows[index]), ...get(rows[index]), ...load(), ...get(left[index])],
    ...[...sub, ...store()],
  ]);

const spread = panel.flatMap((index) => [
  ...[...get(left[index]), ...get(left[index]), ...seconds, ...set(right[index])],
  ...[...get(left[index]), ...get(left[index]), ...firsts, ...set(left[index])],
]);

const takeAway = (column: number, factor: number): number[] => [
  ...[...get(column), ...get(REFLECTOR), ...get(factor), ...mul],
  ...[...sub, ...set(column)],
];

const updates = downColumns(
  (index) => [...takeAway(LEFT, left[index]), ...takeAway(RIGHT, right[index])],
  [...[...get(Q), ...get(LEFT), ...store()], ...[...get(Q), ...get(RIGHT), ...store(COLUMN)]],
);

/**
 * `reflect(panel, from, end, bytes, row, step)`: applies I − V T′V′ to the columns from address `from` to
 * `end`, two at a time. V is the unit matrix above `bytes` bytes of the four columns at `panel`; T stands
 * at address 0, row-major. The rows of the triangle begin at `row` and are `step` bytes apart.
 */
export const reflectKernel: WasmFunction = {
  name: 'reflect',
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  locals: [
    ...new Array<'i32'>(2 + PANEL).fill('i32'),
    ...new Array<'v128'>(3 + 2 * PANEL).fill('v128'),
  ],
  body: [
    ...[...sum(V, BYTES), ...set(LAST)],
    ...rows.slice(1).flatMap((row, index) => [...sum(rows[index], STEP), ...set(row)]),
    ...until(C, END, [
      ...[...products, ...gather, ...transform, ...spread, ...updates],
      ...advance(C, 2 * COLUMN),
      ...rows.flatMap((row) => advance(row, PAIR)),
    ]),
  ],
};
