import type { Trajectories } from '@noether/contracts';
import { checkShape, fromArray, type ArrayOptions } from './from-array.js';
import { readNumbers } from './hdf5/read-numbers.js';
import { withHdf5 } from './hdf5/with-hdf5.js';

/** Options of {@link fromHdf5}. */
export interface Hdf5Options extends ArrayOptions {
  /** Path of the dataset in the file, e.g. `run1/states`; may be left out when there is only one. */
  readonly dataset?: string;
}

/**
 * Reads trajectories from a dataset of an HDF5 file, of shape (T, d), one trajectory of T rows in d variables, or
 * (n, T, d), n of them. Integers of up to 64 bits and float32, float64, of any byte order; velocities are finite
 * differences. Needs the package h5wasm.
 * @throws NoetherError `missing-file`, `missing-package`, `invalid-hdf5`, `unreadable-compression`, or when names do
 * not fit
 */
export async function fromHdf5(path: string, options: Hdf5Options): Promise<Trajectories> {
  const { dataset: name } = options;
  return withHdf5(path, (file) => {
    const dataset = name === undefined ? file.onlyDataset() : file.dataset(name);
    const shape = dataset.shape ?? [];
    checkShape(shape, 'hdf5');
    return fromArray({ shape, data: readNumbers(dataset) }, options, 'hdf5');
  });
}
