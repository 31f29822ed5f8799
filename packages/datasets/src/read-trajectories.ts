import { NoetherError, invalidArgument, type Trajectories } from '@noether/contracts';
import { fromCsv, type CsvOptions } from './from-csv.js';
import { fromNpy } from './from-npy.js';
import { readBytes } from './read-bytes.js';

/** Options of all readers; each takes those that concern it. */
export interface ReadOptions extends CsvOptions {
  /** Units of the variables of a .npy file; CSV files have theirs in the header. */
  readonly units?: readonly string[];
}

type Reader = (bytes: Uint8Array, options: ReadOptions) => Trajectories;

const readCsv: Reader = (bytes, options) => fromCsv(new TextDecoder().decode(bytes), options);

const readNpy: Reader = (bytes, { dt, names, units, inputs, weight, gaps }) => {
  if (dt === undefined) throw invalidArgument('dt', dt, 'a .npy file needs the time between rows');
  return fromNpy(bytes, {
    dt,
    ...(names && { names }),
    ...(units && { units }),
    ...(inputs && { inputs }),
    ...(weight !== undefined && { weight }),
    ...(gaps && { gaps }),
  });
};

const readers: Readonly<Record<string, Reader>> = {
  '.csv': readCsv,
  '.tsv': readCsv,
  '.txt': readCsv,
  '.npy': readNpy,
};

/**
 * Reads trajectories from a file: .csv, .tsv and .txt by {@link fromCsv}, .npy by {@link fromNpy}.
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
  const bytes = await readBytes(path);
  try {
    return reader(bytes, options);
  } catch (cause) {
    if (!(cause instanceof NoetherError)) throw cause;
    const { code, argument, value } = cause;
    throw new NoetherError(`${path}: ${cause.message}`, {
      code,
      value,
      cause,
      ...(argument !== undefined && { argument }),
    });
  }
}
