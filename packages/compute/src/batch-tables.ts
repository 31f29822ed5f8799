import {
  invalidArgument,
  type StreamedWindows,
  type Windows,
  type WindowTable,
} from '@noether/contracts';

/** A table of samples: `width` neighbouring numbers are one of them. */
export interface SampleTable {
  readonly data: Float32Array | Int32Array;
  readonly width: number;
}

/** The samples of one input. */
export interface Source<Table> {
  readonly name: string;
  readonly table: Table;
}

/**
 * Tables by name in one form.
 * @throws NoetherError `invalid-argument` for tables of broken length or a window that does not lie in its table
 */
export function sourcesOf<Streamed extends StreamedWindows>(
  tables: Readonly<Record<string, SampleTable | Windows | Streamed>>,
): Source<WindowTable | Streamed>[] {
  return Object.entries(tables).map(([name, table]) => {
    if (!('kind' in table)) return { name, table: singleRows(name, table) };
    const rows =
      table.kind === 'windows' ? table.states.length / table.dimension : table.source.rows;
    checkInside(name, table, rows);
    return { name, table };
  });
}

/**
 * How many samples all of them have.
 * @throws NoetherError `invalid-argument` when they differ
 */
export function countSamples(sources: readonly Source<Pick<WindowTable, 'offsets'>>[]): number {
  const [first, ...others] = sources;
  if (!first) return 0;
  const samples = first.table.offsets.length;
  for (const { name, table } of others) {
    const { length } = table.offsets;
    if (length === samples) continue;
    throw invalidArgument(name, length, `it must have ${samples} samples, as ${first.name} has`);
  }
  return samples;
}

/** Arrays for a batch of `size`, by name. */
export function emptySet(
  sources: readonly Source<WindowTable | StreamedWindows>[],
  size: number,
): Readonly<Record<string, Float32Array | Int32Array>> {
  return Object.fromEntries(
    sources.map(({ name, table }) => {
      const length = size * table.timesteps * table.dimension;
      const whole = 'states' in table && table.states instanceof Int32Array;
      return [name, whole ? new Int32Array(length) : new Float32Array(length)];
    }),
  );
}

/** A table whose samples are its rows. */
function singleRows(name: string, { data, width }: SampleTable): WindowTable {
  const rows = data.length / width;
  if (!Number.isInteger(rows)) {
    throw invalidArgument(name, data, `it must have a multiple of ${width} numbers`);
  }
  const offsets = Int32Array.from({ length: rows }, (_, row) => row);
  return { states: data, dimension: width, timesteps: 1, interval: 1, offsets };
}

function checkInside(
  name: string,
  { timesteps, interval, offsets }: Omit<WindowTable, 'states'>,
  rows: number,
): void {
  const last = rows - 1 - (timesteps - 1) * interval;
  const wrong = offsets.find((row) => row < 0 || row > last);
  if (wrong === undefined) return;
  throw invalidArgument(
    name,
    wrong,
    `a window of ${timesteps} rows, ${interval} apart, must begin in row 0 … ${last} of its table`,
  );
}
