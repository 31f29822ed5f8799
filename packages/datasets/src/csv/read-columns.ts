import { NoetherError, invalidArgument } from '@noether/contracts';
import type { CsvRecord } from './parse-csv.js';
import { parseNumber } from './parse-number.js';

/** What each column of a table of trajectories is for. */
export interface Columns {
  /** Where the records with numbers begin: 1 after a header, otherwise 0. */
  readonly firstRecord: number;
  /** Number of columns. */
  readonly width: number;
  /** Column of the times, −1 when there is none. */
  readonly time: number;
  /** Column that tells the trajectories apart, −1 when there is none. */
  readonly trajectory: number;
  /** The remaining columns, the variables. */
  readonly variables: readonly {
    readonly column: number;
    readonly name: string;
    readonly unit: string;
  }[];
}

/** Names of columns, given where a header is missing or says otherwise. */
export interface ColumnOptions {
  /** Names of all columns, in place of a header. */
  readonly names?: readonly string[];
  /** Name of the time column; default `t` or `time`, in upper or lower case. */
  readonly time?: string;
  /** Name of the column that tells the trajectories apart; default `trajectory`, if there. */
  readonly trajectory?: string;
}

/**
 * Finds the header, if any cell of the first record is not a number, and the use of every column.
 * Header cells may carry a unit, `x [m]` or `x (m)`. Without names columns are called x1, x2, …
 * @throws NoetherError when a column is asked for and absent, a name occurs twice, or no variable is left
 */
export function readColumns(records: readonly CsvRecord[], options: ColumnOptions): Columns {
  const [{ cells, line }] = records;
  const hasHeader = cells.some((cell) => parseNumber(cell) === undefined);
  const given = options.names ?? (hasHeader ? cells : cells.map((_, index) => `x${index + 1}`));
  if (given.length !== cells.length) {
    throw invalidArgument('names', given, `the file has ${cells.length} columns`);
  }
  const labels = given.map(nameAndUnit);
  const names = labels.map(({ name }) => name);
  checkNames(names, line);
  const time = find(names, options.time, /^(t|time)$/i, 'time');
  const trajectory = find(names, options.trajectory, /^trajectory$/i, 'trajectory');
  const variables = labels
    .map((label, column) => ({ column, ...label }))
    .filter(({ column }) => column !== time && column !== trajectory);
  if (variables.length === 0) {
    throw new NoetherError(`The columns ${names.join(', ')} hold no variable.`, {
      code: 'invalid-csv',
      hint: 'Give at least one column besides the time and the trajectory.',
    });
  }
  return { firstRecord: hasHeader ? 1 : 0, width: cells.length, time, trajectory, variables };
}

function nameAndUnit(label: string): { name: string; unit: string } {
  const [, name = label, unit = ''] = /^(.*\S)\s*[[(]([^\])]*)[\])]$/.exec(label) ?? [];
  return { name, unit };
}

function checkNames(names: readonly string[], line: number): void {
  names.forEach((name, column) => {
    if (name !== '' && names.indexOf(name) === column) return;
    const what = name === '' ? 'has no name' : `repeats the name ${name}`;
    throw new NoetherError(`Line ${line}: column ${column + 1} ${what}.`, {
      code: 'invalid-csv',
      value: name,
      hint: 'Every column needs a name of its own.',
    });
  });
}

function find(
  names: readonly string[],
  wanted: string | undefined,
  usual: RegExp,
  argument: string,
): number {
  if (wanted === undefined) return names.findIndex((name) => usual.test(name));
  const column = names.indexOf(wanted);
  if (column >= 0) return column;
  throw invalidArgument(argument, wanted, `the columns are ${names.join(', ')}`);
}
