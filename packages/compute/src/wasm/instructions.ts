import { leb, signedLeb } from '@noether/numerics';

const simd = (code: number): number[] => [0xfd, ...leb(code)];
/** Alignment 2⁴ bytes, offset 0. */
const ALIGNED = [4, 0];

/** Instructions without an operand, by the names of the specification's text format. */
interface Instructions {
  readonly get: (local: number) => number[];
  readonly set: (local: number) => number[];
  readonly tee: (local: number) => number[];
  readonly i32: (value: number) => number[];
  readonly f32: (value: number) => number[];
  /** Repeats the body while it leaves a number other than zero. */
  readonly repeat: (body: readonly number[]) => number[];
  /** Runs the body if the number before it is not zero. */
  readonly when: (body: readonly number[]) => number[];
  readonly addI32: readonly number[];
  readonly lessI32: readonly number[];
  readonly load: readonly number[];
  readonly store: readonly number[];
  readonly splat: readonly number[];
  readonly splatI32: readonly number[];
  readonly sqrt: readonly number[];
  readonly add: readonly number[];
  readonly sub: readonly number[];
  readonly mul: readonly number[];
  readonly div: readonly number[];
  readonly greater: readonly number[];
  readonly and: readonly number[];
  /** Two floats of memory, `offset` bytes on, as two doubles. */
  readonly loadDoubles: (offset: number) => number[];
  readonly addDoubles: readonly number[];
  readonly mulDoubles: readonly number[];
  readonly takeDouble: (lane: number) => number[];
  readonly addF64: readonly number[];
}

/** The instructions that the optimisers use (WebAssembly core specification, §5.4, with SIMD). */
export const wasm: Instructions = {
  get: (local) => [0x20, ...leb(local)],
  set: (local) => [0x21, ...leb(local)],
  tee: (local) => [0x22, ...leb(local)],
  i32: (value) => [0x41, ...signedLeb(value)],
  f32: (value) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  repeat: (body) => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b],
  when: (body) => [0x04, 0x40, ...body, 0x0b],
  addI32: [0x6a],
  lessI32: [0x49],
  load: [...simd(0x00), ...ALIGNED],
  store: [...simd(0x0b), ...ALIGNED],
  splat: simd(0x13),
  splatI32: simd(0x11),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  greater: simd(0x44),
  and: simd(0x4e),
  loadDoubles: (offset) => [...simd(0x5d), 3, ...leb(offset), ...simd(0x5f)],
  addDoubles: simd(0xf0),
  mulDoubles: simd(0xf2),
  takeDouble: (lane) => [...simd(0x21), lane],
  addF64: [0xa0],
};
