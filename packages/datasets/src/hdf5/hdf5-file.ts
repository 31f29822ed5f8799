import type { Dataset, File } from 'h5wasm/node';
import { NoetherError } from '@noether/contracts';
import { hdf5Fault } from './hdf5-fault.js';
import type { H5wasm } from './load-h5wasm.js';

/** Numbers of the filters that are part of HDF5 itself: deflate, shuffle, checksums, szip, nbit, scale-offset. */
const OWN_FILTERS = 6;

/** An open HDF5 file. */
export class Hdf5File {
  readonly #h5wasm: H5wasm;
  readonly #file: File;

  constructor(h5wasm: H5wasm, file: File) {
    this.#h5wasm = h5wasm;
    this.#file = file;
  }

  /** Paths of all datasets. */
  datasets(): string[] {
    return this.#file.paths().filter((path) => this.#find(path) !== undefined);
  }

  /**
   * The dataset at a path such as `group/name`.
   * @throws NoetherError `invalid-hdf5` that lists what there is, `unreadable-compression`
   */
  dataset(path: string): Dataset {
    const found = this.#find(path);
    if (!found) throw this.#noDataset(`it has no dataset "${path}"`);
    checkFilters(found);
    return found;
  }

  /**
   * The only dataset of the file.
   * @throws NoetherError as {@link dataset}, and when there are several
   */
  onlyDataset(): Dataset {
    const paths = this.datasets();
    if (paths.length === 1) return this.dataset(paths[0]);
    throw this.#noDataset(`it has ${paths.length} datasets, and none is named`);
  }

  /** The library throws at paths that lead through a dataset. */
  #find(path: string): Dataset | undefined {
    try {
      const found = this.#file.get(path);
      return found instanceof this.#h5wasm.Dataset ? found : undefined;
    } catch {
      return undefined;
    }
  }

  #noDataset(what: string): NoetherError {
    const paths = this.datasets();
    const shown = paths.slice(0, 10).join(', ') + (paths.length > 10 ? ', …' : '');
    return hdf5Fault(what, paths.length > 0 ? `Name one of: ${shown}.` : 'It has none at all.');
  }
}

function checkFilters({ filters, path }: Dataset): void {
  const foreign = filters.find(({ id }) => id > OWN_FILTERS);
  if (!foreign) return;
  throw new NoetherError(
    `${path} is compressed by ${foreign.name} (HDF5 filter ${foreign.id}), which h5wasm cannot undo.`,
    {
      code: 'unreadable-compression',
      argument: 'dataset',
      value: foreign.name,
      hint:
        'Write it anew: ptrepack --complib=zlib --complevel=1 OLD.h5:/ NEW.h5:/ of PyTables, or ' +
        'h5repack -f NONE OLD.h5 NEW.h5 with the plugin of that filter.',
    },
  );
}
