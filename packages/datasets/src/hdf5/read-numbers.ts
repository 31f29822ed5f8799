import type { Dataset } from 'h5wasm/node';
import { hdf5Fault } from './hdf5-fault.js';

/** Classes of types in HDF5. */
const [INTEGER, FLOAT] = [0, 1];
/** Numbers that are read at once, so that only the result is large. */
const BLOCK = 2 ** 20;

/**
 * All numbers of a dataset with at least one axis and one number, in C order. Integers beyond 2⁵³ are rounded.
 * @throws NoetherError `invalid-hdf5` when it does not hold numbers
 */
export function readNumbers(dataset: Dataset): Float64Array {
  const { type, size } = dataset.metadata;
  if (!(type === INTEGER || (type === FLOAT && size >= 4 && size <= 8))) {
    throw hdf5Fault(
      `${dataset.path} does not hold integers, float32 or float64`,
      'Save plain numbers.',
    );
  }
  const [rows, ...extents] = dataset.shape ?? [];
  const width = extents.reduce((product, extent) => product * extent, 1);
  const data = new Float64Array(rows * width);
  const most = Math.max(1, Math.floor(BLOCK / width));
  for (let first = 0; first < rows; first += most) {
    const block = dataset.slice([[first, Math.min(rows, first + most)]]);
    data.set(Array.from(block as ArrayLike<number | bigint>, Number), first * width);
  }
  return data;
}
