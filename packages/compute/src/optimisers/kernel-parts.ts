import { wasm } from '../wasm/instructions.js';

const { get, set, tee } = wasm;

/** A number in all four lanes of a vector. */
export const spread = (from: number, to: number): number[] => [
  ...get(from),
  ...wasm.splat,
  ...set(to),
];

/** The pointer, sixteen bytes on. */
export const advance = (pointer: number): number[] => [
  ...get(pointer),
  ...wasm.i32(16),
  ...wasm.addI32,
  ...set(pointer),
];

/** The value on the stack, or zero where its magnitude is at most `bound`; kept in `local`. */
export const flush = (local: number, bound: number): number[] => [
  ...tee(local),
  ...wasm.abs,
  ...wasm.f32(bound),
  ...wasm.splat,
  ...wasm.greater,
  ...get(local),
  ...wasm.and,
  ...set(local),
];

/** Repeats the body, which moves `pointer`, until it reaches `end`; not at all if it is there. */
export const until = (pointer: number, end: number, body: readonly number[]): number[] => {
  const further = [...get(pointer), ...get(end), ...wasm.lessI32];
  return [...further, ...wasm.when(wasm.repeat([...body, ...further]))];
};
