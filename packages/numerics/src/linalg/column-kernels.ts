import type { WasmFunction } from '../wasm/assemble.js';
import { doubles } from '../wasm/double-instructions.js';
import { advance, PAIR, until } from './kernel-loops.js';

const { get, set, load, store, add, sub, mul, splat, takeDouble, addF64 } = doubles;

/** `dot(left, right, end)`: the inner product of two columns in steps of eight; `end` is that of the left one. */
const dot = ((): WasmFunction => {
  const [A, B, END, FIRST] = [0, 1, 2, 3];
  const parts = [0, 1, 2, 3].map((index) => FIRST + index);
  return {
    name: 'dot',
    parameters: ['i32', 'i32', 'i32'],
    locals: ['v128', 'v128', 'v128', 'v128'],
    result: 'f64',
    body: [
      ...until(A, END, [
        ...parts.flatMap((part, index) => [
          ...[...get(A), ...load(index * PAIR), ...get(B), ...load(index * PAIR)],
          ...[...mul, ...get(part), ...add, ...set(part)],
        ]),
        ...advance(A, parts.length * PAIR),
        ...advance(B, parts.length * PAIR),
      ]),
      ...[...get(parts[0]), ...get(parts[1]), ...add],
      ...[...get(parts[2]), ...get(parts[3]), ...add, ...add, ...set(FIRST)],
      ...[...get(FIRST), ...takeDouble(0), ...get(FIRST), ...takeDouble(1), ...addF64],
    ],
  };
})();

/** `subtract(target, source, end, factor)`: target −= factor · source; `end` is that of the target. */
const subtract = ((): WasmFunction => {
  const [TARGET, SOURCE, END, FACTOR, TWICE] = [0, 1, 2, 3, 4];
  return {
    name: 'subtract',
    parameters: ['i32', 'i32', 'i32', 'f64'],
    locals: ['v128'],
    body: [
      ...[...get(FACTOR), ...splat, ...set(TWICE)],
      ...until(TARGET, END, [
        ...[...get(TARGET), ...get(TARGET), ...load()],
        ...[...get(SOURCE), ...load(), ...get(TWICE), ...mul],
        ...[...sub, ...store(), ...advance(TARGET, PAIR), ...advance(SOURCE, PAIR)],
      ]),
    ],
  };
})();

/** `scale(target, end, factor)`: target ← factor · target. */
const scale = ((): WasmFunction => {
  const [TARGET, END, FACTOR, TWICE] = [0, 1, 2, 3];
  return {
    name: 'scale',
    parameters: ['i32', 'i32', 'f64'],
    locals: ['v128'],
    body: [
      ...[...get(FACTOR), ...splat, ...set(TWICE)],
      ...until(TARGET, END, [
        ...[...get(TARGET), ...get(TARGET), ...load(), ...get(TWICE), ...mul],
        ...[...store(), ...advance(TARGET, PAIR)],
      ]),
    ],
  };
})();

/** What one reflection needs, in WebAssembly on pairs of doubles; pointers and ends in bytes. */
export const columnKernels: readonly WasmFunction[] = [dot, subtract, scale];
