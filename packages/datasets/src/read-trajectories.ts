import { invalidArgument, type Trajectories } from '@noether/contracts';
import { fromCsv, type CsvOptions } from './from-csv.js';
import { fromHdf5 } from './from-hdf5.js';
import { fromNpy } from './from-npy.js';
import type { ArrayOptions } from './from-array.js';
import { namingFile } from './naming-file.js';
import { readBytes } from './read-bytes.js';

/** Options of all readers; each takes those that concern it. */
export interface ReadOptions extends CsvOptions {
  /** Units of the variables of a .npy or HDF5 file; CSV files have theirs in the header. */
  readonly units?: readonly string[];
  /** Path of the dataset in an HDF5 file; may be left out when there is only one. */
  readonly dataset?: string;
}

type Reader = (path: string, options: ReadOptions) => Promise<Trajectories>;

const readCsv: Reader = async (path, options) => {
  const text = new TextDecoder().decode(await readBytes(path));
  return namingFile(path, () => fromCsv(text, options));
};

const readNpy: Reader = async (path, options) => {
  const bytes = await readBytes(path);
  return namingFile(path, () => fromNpy(bytes, arrayOptions(options, 'a .npy file')));
};

const readHdf5: Reader = async (path, options) => {
  const { dataset } = options;
  const own = namingFile(path, () => arrayOptions(options, 'an HDF5 file'));
  return fromHdf5(path, { ...own, ...(dataset !== undefined && { dataset }) });
};

const readers: Readonly<Record<string, Reader>> = {
  '.csv': readCsv,
  '.tsv': readCsv,
  '.txt': readCsv,
  '.npy': readNpy,
  '.h5': readHdf5,
  '.hdf5': readHdf5,
};

/**
 * Reads trajectories from a file: .csv, .tsv and .txt by {@link fromCsv}, .npy by {@link fromNpy}, .h5 and .hdf5 by
 * {@link fromHdf5}.
 * @throws NoetherError that names the file when it is missing, of an unknown kind or faulty
 */
export async function readTrajectories(
  path: string,
  options: ReadOptions = {},
): Promise<Trajectories> {
  const reader = readers[/\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? ''];
  if (!reader) {
    const known = Object.keys(readers).join(', ');
    throw invalidArgument('path', path, `the name must end in one of ${known}`);
  }
  return reader(path, options);
}

function arrayOptions(
  { dt, names, units, inputs, weight, gaps }: ReadOptions,
  what: string,
): ArrayOptions {
  if (dt === undefined) throw invalidArgument('dt', dt, `${what} needs the time between rows`);
  return {
    dt,
    ...(names && { names }),
    ...(units && { units }),
    ...(inputs && { inputs }),
    ...(weight !== undefined && { weight }),
    ...(gaps && { gaps }),
  };
}
