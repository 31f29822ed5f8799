import { NoetherError, invalidArgument, type Trajectories } from '@noether/contracts';
import { parseCsv, type CsvRecord } from './csv/parse-csv.js';
import { parseNumber } from './csv/parse-number.js';
import { readColumns, type ColumnOptions, type Columns } from './csv/read-columns.js';
import { evenTimes } from './even-times.js';
import { recording } from './recording.js';
import type { RecordingOptions } from './recording-options.js';

/** Options of {@link fromCsv}. */
export interface CsvOptions extends ColumnOptions, RecordingOptions {
  /** Default: the first of tab, semicolon and comma in the first record. */
  readonly delimiter?: string;
  /** Time between rows; only, and necessarily, for a file without a time column. */
  readonly dt?: number;
}

/** The rows of one trajectory as they come in. */
interface Path {
  readonly index: number;
  readonly times: number[];
  readonly values: number[];
}

/**
 * Reads trajectories from CSV text, one row a time, one column a variable. A column `trajectory`
 * separates trajectories, by any label; a header may give units, `x [m]`; # begins a comment line.
 * Velocities are finite differences on the times of the file. A row with an empty or NaN cell is a gap, at which the
 * trajectory is cut.
 * @throws NoetherError that names the line of a ragged row or of a cell that is no number, or with
 * `gaps: 'refuse'` the trajectory and the row of a missing value
 */
export function fromCsv(text: string, options: CsvOptions = {}): Trajectories {
  const { delimiter, dt } = options;
  if (delimiter !== undefined && delimiter.length !== 1) {
    throw invalidArgument('delimiter', delimiter, 'it must be a single character');
  }
  const records = parseCsv(text, delimiter);
  if (records.length === 0) throw noRows();
  const columns = readColumns(records, options);
  if (records.length === columns.firstRecord) throw noRows();
  checkTime(columns, dt);
  const { variables } = columns;
  const items = pathsOf(records, columns, options.gaps === 'refuse').map(({ times, values }) => ({
    times:
      dt === undefined ? Float64Array.from(times) : evenTimes(values.length / variables.length, dt),
    states: Float64Array.from(values),
  }));
  const names = variables.map(({ name }) => name);
  const units = variables.map(({ unit }) => unit);
  const provenance = { stage: 'data', options: { reader: 'csv', ...options } };
  return recording({ names, units, items, provenance }, options);
}

function pathsOf(records: readonly CsvRecord[], columns: Columns, refuse: boolean): Path[] {
  const { firstRecord, width, trajectory, time, variables } = columns;
  const paths = new Map<string, Path>();
  for (const record of records.slice(firstRecord)) {
    if (record.cells.length !== width) throw ragged(record, width);
    const label = trajectory < 0 ? '' : record.cells[trajectory];
    const path = paths.get(label) ?? { index: paths.size, times: [], values: [] };
    paths.set(label, path);
    const row = path.values.length / variables.length;
    const number = (column: number, name: string): number =>
      numberAt(record, column, name, path.index, row, refuse);
    if (time >= 0) path.times.push(number(time, 'the time'));
    for (const { column, name } of variables) {
      path.values.push(number(column, name));
    }
  }
  return [...paths.values()];
}

function numberAt(
  { cells, line }: CsvRecord,
  column: number,
  name: string,
  trajectory: number,
  row: number,
  refuse: boolean,
): number {
  const cell = cells[column];
  const value = parseNumber(cell);
  if (value === undefined) {
    throw new NoetherError(`Line ${line}: ${name} is ${JSON.stringify(cell)}, not a number.`, {
      code: 'invalid-csv',
      value: cell,
      hint: /^[+-]?\d+,\d+/.test(cell)
        ? 'Write it with a decimal point.'
        : 'Correct the cell, or begin the line with # to pass it over.',
    });
  }
  if (Number.isFinite(value) || !refuse) return value;
  throw new NoetherError(
    `Trajectory ${trajectory}, row ${row} (line ${line}): ${name} is ${cell || 'empty'}.`,
    {
      code: 'invalid-trajectory',
      argument: `items[${trajectory}]`,
      value: cell,
      hint: 'Remove or interpolate the row, or split the trajectory there.',
    },
  );
}

function checkTime({ time, variables }: Columns, dt: number | undefined): void {
  if (time >= 0 && dt !== undefined) {
    throw invalidArgument('dt', dt, 'the file has a time column, leave dt out');
  }
  if (time < 0 && dt === undefined) {
    const names = variables.map(({ name }) => name).join(', ');
    throw new NoetherError(`The columns ${names} hold no time.`, {
      code: 'invalid-csv',
      argument: 'dt',
      hint: 'Call a column t or time, name it with the option time, or give dt between rows.',
    });
  }
}

function ragged({ line, cells }: CsvRecord, width: number): NoetherError {
  return new NoetherError(`Line ${line} has ${cells.length} cells; the first has ${width}.`, {
    code: 'invalid-csv',
    value: cells.length,
    hint: 'Give every row the same columns; set delimiter if another one separates them.',
  });
}

function noRows(): NoetherError {
  return new NoetherError('The file holds no rows of numbers.', {
    code: 'invalid-csv',
    hint: 'Give one row a time, with one column a variable.',
  });
}
