import type { WasmFunction } from '@noether/numerics';
import { wasm } from '../wasm/instructions.js';
import { advance, until } from './kernel-parts.js';

const [G, PAIRS, END] = [0, 1, 2];
const SUMS = [3, 4, 5, 6];
const VALUES = [7, 8, 9, 10];
const { get, set, tee } = wasm;

const addSquares = (sum: number, value: number, offset: number): number[] => [
  ...[...get(G), ...wasm.loadDoubles(offset), ...tee(value), ...get(value), ...wasm.mulDoubles],
  ...[...get(sum), ...wasm.addDoubles, ...set(sum)],
];

/** Doubles of the next `count` pairs of floats, each pair with a sum of its own. */
const addPairs = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => addSquares(SUMS[at], VALUES[at], 8 * at)).flat();

const [FIRST, SECOND, THIRD, FOURTH] = SUMS;
const addTo = (sum: number, other: number): number[] => [
  ...[...get(sum), ...get(other), ...wasm.addDoubles, ...set(sum)],
];

/**
 * Σ g² in float64, always in the same order: no float32 is so large that its square overflows, so
 * the sum is finite exactly where all entries are. Four sums take turns, because an addition takes
 * longer than the loads for it: eight entries at a time up to PAIRS, four at a time up to END.
 */
export const normKernel: WasmFunction = {
  name: 'squares',
  parameters: ['i32', 'i32', 'i32'],
  result: 'f64',
  locals: new Array<'v128'>(8).fill('v128'),
  body: [
    ...until(G, PAIRS, [...addPairs(4), ...advance(G), ...advance(G)]),
    ...until(G, END, [...addPairs(2), ...advance(G)]),
    ...[...addTo(FIRST, THIRD), ...addTo(SECOND, FOURTH), ...addTo(FIRST, SECOND)],
    ...[...get(FIRST), ...wasm.takeDouble(0), ...get(FIRST), ...wasm.takeDouble(1)],
    ...wasm.addF64,
  ],
};
