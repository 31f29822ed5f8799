/** A WebAssembly function over an imported memory, as instructions. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly locals: readonly ValueType[];
  /** What the body leaves on the stack; nothing by default. */
  readonly result?: ValueType;
  /** Instructions without the final `end`. */
  readonly body: readonly number[];
}

/** Types of WebAssembly values that a function here can take, return or keep. */
export type ValueType = 'i32' | 'f32' | 'f64' | 'v128';

const TYPES: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};
const FUNCTION_TYPE = 0x60;
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Unsigned LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit integer. */
export function signedLeb(value: number): number[] {
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

/**
 * The binary of a module that imports `env.memory` and exports the functions (WebAssembly core
 * specification, §5.5).
 */
export function assembleWasm(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const text = (value: string): number[] => sized([...new TextEncoder().encode(value)]);
  const list = (items: readonly number[][]): number[] => [...leb(items.length), ...items.flat()];
  const types = functions.map(({ parameters, result }) => [
    FUNCTION_TYPE,
    ...list(parameters.map((type) => [TYPES[type]])),
    ...list(result === undefined ? [] : [[TYPES[result]]]),
  ]);
  const exports = functions.map(({ name }, index) => [...text(name), 0x00, ...leb(index)]);
  const bodies = functions.map(({ locals, body }) =>
    sized([...list(locals.map((type) => [1, TYPES[type]])), ...body, 0x0b]),
  );
  return Uint8Array.from([
    ...HEADER,
    ...section(1, list(types)),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, ...leb(1)]])),
    ...section(3, list(functions.map((_, index) => leb(index)))),
    ...section(7, list(exports)),
    ...section(10, list(bodies)),
  ]);
}

function sized(bytes: readonly number[]): number[] {
  return [...leb(bytes.length), ...bytes];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}
