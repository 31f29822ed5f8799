import { leb } from './assemble.js';

const simd = (code: number): number[] => [0xfd, ...leb(code)];
/** Alignment 2⁴ bytes, offset 0. */
const ALIGNED = [4, 0];

/** The instructions that the optimisers use (WebAssembly core specification, §5.4, with SIMD). */
export const wasm = {
  get: (local: number): number[] => [0x20, ...leb(local)],
  set: (local: number): number[] => [0x21, ...leb(local)],
  tee: (local: number): number[] => [0x22, ...leb(local)],
  i32: (value: number): number[] => [0x41, ...signedLeb(value)],
  addI32: [0x6a],
  lessI32: [0x49],
  f32: (value: number): number[] => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  subF32: [0x93],
  load: [...simd(0x00), ...ALIGNED],
  store: [...simd(0x0b), ...ALIGNED],
  splat: simd(0x13),
  abs: simd(0xe0),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  greater: simd(0x44),
  and: simd(0x4e),
  /** Repeats the body while it leaves a number other than zero. */
  repeat: (body: readonly number[]): number[] => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b],
  /** Runs the body if the number before it is not zero. */
  when: (body: readonly number[]): number[] => [0x04, 0x40, ...body, 0x0b],
} as const;

function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(done ? byte : byte | 0x80);
    if (done) return bytes;
  }
}
