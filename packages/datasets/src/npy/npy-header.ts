import { NoetherError } from '@noether/contracts';

/** What stands before the numbers of a .npy file. */
export interface NpyHeader {
  readonly shape: readonly number[];
  /** Kind and bytes of a number. */
  readonly type: NpyType;
  readonly littleEndian: boolean;
  /** Whether the first index runs fastest. */
  readonly fortran: boolean;
  /** Where the numbers begin. */
  readonly start: number;
}

export type NpyType = 'f4' | 'f8' | 'i1' | 'i2' | 'i4' | 'i8' | 'u1' | 'u2' | 'u4' | 'u8';

type Read = (view: DataView, at: number, littleEndian: boolean) => number;

/** How a number is read, by the type of the file. */
export const npyReaders: Readonly<Record<NpyType, Read>> = {
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
};

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** NumPy aligns the numbers to so many bytes. */
const ALIGNMENT = 64;

/** Bytes of one number. */
export function widthOf(type: NpyType): number {
  return Number(type[1]);
}

/**
 * Reads the header of NumPy's .npy format, versions 1 to 3 (NumPy Enhancement Proposal 1).
 * @param bytes the beginning of the file
 * @throws NoetherError `invalid-npy`
 */
export function readNpyHeader(bytes: Uint8Array): NpyHeader {
  const { text, start } = headerText(bytes);
  const [, order, type] = /'descr':\s*'([<>|=])(\w+)'/.exec(text) ?? [];
  const [, fortran] = /'fortran_order':\s*(True|False)/.exec(text) ?? [];
  const [, extents] = /'shape':\s*\(([^)]*)\)/.exec(text) ?? [];
  if (!(type in npyReaders) || fortran === undefined || extents === undefined) {
    const known = Object.keys(npyReaders).join(', ');
    throw npyFault(`the header is ${text.trim()}`, `Save plain numbers of type ${known}.`);
  }
  const shape = extents
    .split(',')
    .filter((extent) => extent.trim())
    .map(Number);
  return {
    shape,
    type: type as NpyType,
    littleEndian: order !== '>',
    fortran: fortran === 'True',
    start,
  };
}

/**
 * The header of a .npy file of little-endian numbers in C order, version 1, as NumPy writes it.
 * @param room bytes that the header must have at least, to be written again with another shape
 */
export function npyHeader(shape: readonly number[], type: NpyType, room = 0): Uint8Array {
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '<${type}', 'fortran_order': False, 'shape': (${extents}), }`;
  const least = Math.max(room, MAGIC.length + 4 + text.length + 1);
  const length = Math.ceil(least / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(length).fill(0x20);
  bytes.set([...MAGIC, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, length - 10, true);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes[length - 1] = 0x0a;
  return bytes;
}

function headerText(bytes: Uint8Array): { text: string; start: number } {
  if (bytes.length < 10 || MAGIC.some((byte, index) => bytes[index] !== byte)) {
    throw npyFault('it does not begin with \\x93NUMPY', 'Write it with numpy.save.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const major = bytes[6];
  if (major < 1 || major > 3)
    throw npyFault(`it has format version ${major}`, 'Known are 1, 2, 3.');
  const base = major === 1 ? 10 : 12;
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (bytes.length < base + length) throw npyFault('it ends inside the header', 'Copy it again.');
  return {
    text: new TextDecoder().decode(bytes.subarray(base, base + length)),
    start: base + length,
  };
}

/** The error of a file with fewer bytes of numbers than its shape has. */
export function endsEarly({ shape, type, start }: NpyHeader, bytes: number): NoetherError {
  const size = shape.reduce((product, extent) => product * extent, widthOf(type));
  return npyFault(
    `it ends after ${bytes - start} bytes of data; shape (${shape.join(', ')}) of ${type} has ${size}`,
    'It was probably cut off while it was copied.',
  );
}

export function npyFault(what: string, hint: string): NoetherError {
  return new NoetherError(`This is not a readable .npy file: ${what}.`, {
    code: 'invalid-npy',
    hint,
  });
}
