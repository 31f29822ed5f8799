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

/** A bound in all four lanes of a vector. */
export const bound = (value: number, to: number): number[] => [
  ...wasm.f32(value),
  ...wasm.splat,
  ...set(to),
];

/** All bits but that of the sign, in all four lanes of a vector. */
export const magnitudeBits = (to: number): number[] => [
  ...wasm.i32(0x7fffffff),
  ...wasm.splatI32,
  ...set(to),
];

/** The value on the stack, or zero where it is at most the bound; kept in `local`. */
export const keepAbove = (local: number, least: number): number[] => [
  ...[...tee(local), ...get(least), ...wasm.greater],
  ...[...get(local), ...wasm.and, ...set(local)],
];

/** The value on the stack, or zero where its magnitude is at most the bound; kept in `local`. */
export const keepLarge = (local: number, least: number, magnitude: number): number[] => [
  ...[...tee(local), ...get(magnitude), ...wasm.and, ...get(least), ...wasm.greater],
  ...[...get(local), ...wasm.and, ...set(local)],
];

/** Repeats the body, which moves `pointer`, until it reaches `end`; not at all if it is there. */
export const until = (pointer: number, end: number, body: readonly number[]): number[] => {
  const further = [...get(pointer), ...get(end), ...wasm.lessI32];
  return [...further, ...wasm.when(wasm.repeat([...body, ...further]))];
};
