import { endsEarly, npyReaders, readNpyHeader, widthOf } from './npy-header.js';

/** An array from a .npy file, in C order whatever the order of the file. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/**
 * Reads NumPy's .npy format, versions 1 to 3, of types f4, f8, i1 … i8 and u1 … u8, little and big endian, C
 * and Fortran order (NumPy Enhancement Proposal 1). Integers beyond 2⁵³ are rounded.
 * @throws NoetherError when it is not such a file or ends early
 */
export function parseNpy(bytes: Uint8Array): NpyArray {
  const header = readNpyHeader(bytes);
  const { shape, type, littleEndian, fortran, start } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = shape.reduce((product, extent) => product * extent, 1);
  const width = widthOf(type);
  if (bytes.length - start < size * width) throw endsEarly(header, bytes.length);
  const read = npyReaders[type];
  const data = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    data[index] = read(view, start + index * width, littleEndian);
  }
  return { shape, data: fortran ? toRowMajor(data, shape) : data };
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
