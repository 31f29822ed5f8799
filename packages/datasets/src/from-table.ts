import { NoetherError, invalidArgument, type Trajectories } from '@noether/contracts';
import { readColumns, type ColumnOptions } from './csv/read-columns.js';
import { evenTimes } from './even-times.js';
import { recording } from './recording.js';
import type { RecordingOptions } from './recording-options.js';

/** The part of an arquero table that is read; any table with these two methods will do. */
export interface ColumnarTable {
  columnNames(): string[];
  array(name: string): ArrayLike<unknown>;
}

/** Options of {@link fromTable}. */
export interface TableOptions extends Omit<ColumnOptions, 'names'>, RecordingOptions {
  /** Time between rows; only, and necessarily, for a table without a time column. */
  readonly dt?: number;
}

/**
 * Reads trajectories from a table (arquero), one row a time, one column a variable, in the order of
 * its rows; filter and derive before. A column `trajectory` separates trajectories, by any label; a
 * column name may give a unit, `x [m]`. Velocities are finite differences on the times.
 * @throws NoetherError that names the column, and the trajectory and row of what is not a number
 */
export function fromTable(table: ColumnarTable, options: TableOptions = {}): Trajectories {
  const names = table.columnNames();
  const columns = readColumns([{ cells: names, line: 0 }], { ...options, names });
  const { time, trajectory, variables } = columns;
  const { dt } = options;
  if (time >= 0 === (dt !== undefined)) {
    throw invalidArgument('dt', dt, 'give either a time column or dt');
  }
  const arrays = names.map((name) => table.array(name));
  const groups = rowsByLabel(arrays[0].length, trajectory < 0 ? undefined : arrays[trajectory]);
  const items = groups.map((rows, item) => {
    const number = (column: number, row: number): number =>
      numberAt(arrays[column][rows[row]], names[column], item, row, options.gaps === 'refuse');
    const states = new Float64Array(rows.length * variables.length);
    for (let row = 0; row < rows.length; row++) {
      variables.forEach(({ column }, index) => {
        states[row * variables.length + index] = number(column, row);
      });
    }
    const times =
      dt === undefined
        ? Float64Array.from(rows, (_, row) => number(time, row))
        : evenTimes(rows.length, dt);
    return { times, states };
  });
  return recording(
    {
      names: variables.map(({ name }) => name),
      units: variables.map(({ unit }) => unit),
      items,
      provenance: { stage: 'data', options: { reader: 'table', ...options } },
    },
    options,
  );
}

function rowsByLabel(count: number, labels: ArrayLike<unknown> | undefined): number[][] {
  const groups = new Map<unknown, number[]>();
  for (let row = 0; row < count; row++) {
    const label = labels?.[row];
    const rows = groups.get(label);
    if (rows) rows.push(row);
    else groups.set(label, [row]);
  }
  return [...groups.values()];
}

function numberAt(
  value: unknown,
  name: string,
  trajectory: number,
  row: number,
  refuse: boolean,
): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && (Number.isFinite(number) || !refuse)) return number;
  if (!refuse && (number === null || number === undefined)) return NaN;
  throw new NoetherError(`Trajectory ${trajectory}, row ${row}: ${name} is ${String(value)}.`, {
    code: 'invalid-trajectory',
    argument: `items[${trajectory}]`,
    value,
    hint: 'Filter the row out, or derive a number for it.',
  });
}
