import { doubles } from '../wasm/double-instructions.js';

const { get, set, i32, repeat, addI32, lessI32 } = doubles;

/** Bytes of two doubles. */
export const PAIR = 16;

/** The pointer, some bytes on. */
export const advance = (pointer: number, bytes: number): number[] => [
  ...get(pointer),
  ...i32(bytes),
  ...addI32,
  ...set(pointer),
];

/** Runs the body, which moves `pointer`, until it reaches `end`; at least once. */
export const until = (pointer: number, end: number, body: readonly number[]): number[] =>
  repeat([...body, ...get(pointer), ...get(end), ...lessI32]);
