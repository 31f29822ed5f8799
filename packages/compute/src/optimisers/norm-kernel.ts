import type { WasmFunction } from '@noether/numerics';
import { wasm } from '../wasm/instructions.js';
import { advance, until } from './kernel-parts.js';

const [G, END, FIRST, SECOND, LOW, HIGH] = [0, 1, 2, 3, 4, 5];
const { get, set, tee } = wasm;

const addSquares = (sum: number, value: number, offset: number): number[] => [
  ...[...get(G), ...wasm.loadDoubles(offset), ...tee(value), ...get(value), ...wasm.mulDoubles],
  ...[...get(sum), ...wasm.addDoubles, ...set(sum)],
];

/**
 * Σ g² in float64, always in the same order: no float32 is so large that its square overflows, so
 * the sum is finite exactly where all entries are.
 */
export const normKernel: WasmFunction = {
  name: 'squares',
  parameters: ['i32', 'i32'],
  result: 'f64',
  locals: ['v128', 'v128', 'v128', 'v128'],
  body: [
    ...until(G, END, [
      ...[...addSquares(FIRST, LOW, 0), ...addSquares(SECOND, HIGH, 8)],
      ...advance(G),
    ]),
    ...[...get(FIRST), ...get(SECOND), ...wasm.addDoubles, ...tee(FIRST), ...wasm.takeDouble(0)],
    ...[...get(FIRST), ...wasm.takeDouble(1), ...wasm.addF64],
  ],
};
