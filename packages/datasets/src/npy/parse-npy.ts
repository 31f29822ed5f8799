import { NoetherError } from '@noether/contracts';

/** An array from a .npy file, in C order whatever the order of the file. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

type Read = (view: DataView, at: number, little: boolean) => number;

const readers: Readonly<Record<string, Read>> = {
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
};

/**
 * Reads NumPy's .npy format, versions 1 to 3, of types f4, f8, i4 and i8, little and big endian, C
 * and Fortran order (NumPy Enhancement Proposal 1). Integers beyond 2⁵³ are rounded.
 * @throws NoetherError when it is not such a file or ends early
 */
export function parseNpy(bytes: Uint8Array): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, start } = readHeader(bytes, view);
  const [, order, type] = /'descr':\s*'([<>|=])(\w+)'/.exec(header) ?? [];
  const [, fortran] = /'fortran_order':\s*(True|False)/.exec(header) ?? [];
  const [, extents] = /'shape':\s*\(([^)]*)\)/.exec(header) ?? [];
  const read = readers[type];
  if (!read || fortran === undefined || extents === undefined) {
    const known = Object.keys(readers).join(', ');
    throw fault(`the header is ${header.trim()}`, `Save plain numbers of type ${known}.`);
  }
  const shape = extents
    .split(',')
    .filter((extent) => extent.trim())
    .map(Number);
  const size = shape.reduce((product, extent) => product * extent, 1);
  const width = Number(type[1]);
  if (bytes.length - start < size * width) {
    throw fault(
      `it ends after ${bytes.length - start} bytes of data; shape (${shape.join(', ')}) of ${type} ` +
        `has ${size * width}`,
      'It was probably cut off while it was copied.',
    );
  }
  const data = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    data[index] = read(view, start + index * width, order !== '>');
  }
  return { shape, data: fortran === 'True' ? toRowMajor(data, shape) : data };
}

function readHeader(bytes: Uint8Array, view: DataView): { header: string; start: number } {
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
  if (bytes.length < 10 || magic.some((byte, index) => bytes[index] !== byte)) {
    throw fault('it does not begin with \\x93NUMPY', 'Write it with numpy.save.');
  }
  const major = bytes[6];
  if (major < 1 || major > 3) throw fault(`it has format version ${major}`, 'Known are 1, 2, 3.');
  const base = major === 1 ? 10 : 12;
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (bytes.length < base + length) throw fault('it ends inside the header', 'Copy it again.');
  const header = new TextDecoder().decode(bytes.subarray(base, base + length));
  return { header, start: base + length };
}

/** Reorders data in which the first index runs fastest so that the last one does. */
function toRowMajor(data: Float64Array, shape: readonly number[]): Float64Array {
  const ordered = new Float64Array(data.length);
  const index = new Array<number>(shape.length).fill(0);
  for (const value of data) {
    let target = 0;
    for (let axis = 0; axis < shape.length; axis++) target = target * shape[axis] + index[axis];
    ordered[target] = value;
    for (let axis = 0; axis < shape.length && ++index[axis] === shape[axis]; axis++) {
      index[axis] = 0;
    }
  }
  return ordered;
}

function fault(what: string, hint: string): NoetherError {
  return new NoetherError(`This is not a readable .npy file: ${what}.`, {
    code: 'invalid-npy',
    hint,
  });
}
