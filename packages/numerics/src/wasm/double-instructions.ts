import { leb, signedLeb } from './assemble.js';

const simd = (code: number): number[] => [0xfd, ...leb(code)];
/** Alignment 2³ bytes: two doubles may start at any double. */
const EIGHT_BYTES = 3;

/** Instructions on pairs of doubles, by the names of the specification's text format. */
interface DoubleInstructions {
  readonly get: (local: number) => number[];
  readonly set: (local: number) => number[];
  readonly i32: (value: number) => number[];
  /** Repeats the body while it leaves a number other than zero. */
  readonly repeat: (body: readonly number[]) => number[];
  readonly addI32: readonly number[];
  readonly lessI32: readonly number[];
  /** The pair `offset` bytes behind the address on the stack. */
  readonly load: (offset?: number) => number[];
  /** The double `offset` bytes behind the address on the stack, twice. */
  readonly loadTwice: (offset?: number) => number[];
  readonly store: (offset?: number) => number[];
  /** A double, twice. */
  readonly splat: readonly number[];
  readonly add: readonly number[];
  readonly sub: readonly number[];
  readonly mul: readonly number[];
  /** (a₀, a₁), (b₀, b₁) → (a₀, b₀). */
  readonly firsts: readonly number[];
  /** (a₀, a₁), (b₀, b₁) → (a₁, b₁). */
  readonly seconds: readonly number[];
  readonly takeDouble: (lane: number) => number[];
  readonly addF64: readonly number[];
  /** (0, 0). */
  readonly zero: readonly number[];
}

const bytesFrom = (start: number): number[] => Array.from({ length: 8 }, (_, at) => start + at);

/** The instructions of the QR kernel (WebAssembly core specification, §5.4, with SIMD). */
export const doubles: DoubleInstructions = {
  get: (local) => [0x20, ...leb(local)],
  set: (local) => [0x21, ...leb(local)],
  i32: (value) => [0x41, ...signedLeb(value)],
  repeat: (body) => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b],
  addI32: [0x6a],
  lessI32: [0x49],
  load: (offset = 0) => [...simd(0x00), EIGHT_BYTES, ...leb(offset)],
  loadTwice: (offset = 0) => [...simd(0x0a), EIGHT_BYTES, ...leb(offset)],
  store: (offset = 0) => [...simd(0x0b), EIGHT_BYTES, ...leb(offset)],
  splat: simd(0x14),
  add: simd(0xf0),
  sub: simd(0xf1),
  mul: simd(0xf2),
  firsts: [...simd(0x0d), ...bytesFrom(0), ...bytesFrom(16)],
  seconds: [...simd(0x0d), ...bytesFrom(8), ...bytesFrom(24)],
  takeDouble: (lane) => [...simd(0x21), lane],
  addF64: [0xa0],
  zero: [...simd(0x0c), ...new Array<number>(16).fill(0)],
};
