import type { Dataset } from 'h5wasm/node';
import { hdf5Fault } from './hdf5-fault.js';
import type { Hdf5File } from './hdf5-file.js';

/** Where a column lies in a row: the member of the compound type, and the place in it when it is an array. */
interface Column {
  readonly member: number;
  readonly place: number;
}

/** A data frame that pandas wrote in table format: blocks of columns of one type side by side. */
export interface PandasTable {
  readonly rows: number;
  /**
   * The numbers of some columns in the rows `first` … `first + count − 1`, row-major rows × columns.
   * @throws NoetherError `invalid-hdf5` when there is no such column
   */
  read(columns: readonly string[], first: number, count: number): Float64Array;
}

/**
 * The frame that was written with this key (`frame.to_hdf(path, key=key, format='table')`).
 * @throws NoetherError `invalid-hdf5` when there is none, `unreadable-compression`
 */
export function pandasTable(file: Hdf5File, key: string): PandasTable {
  const path = `${key}/table`;
  if (!file.datasets().includes(path)) {
    const hint = `Write the frame as pandas does with key="${key}", format="table".`;
    throw hdf5Fault(`it has no table of a frame at ${path}`, hint);
  }
  const dataset = file.dataset(path);
  const known = columnsOf(dataset);
  return {
    rows: dataset.shape?.[0] ?? 0,
    read(columns, first, count) {
      const places = columns.map((name) => known.get(name) ?? noColumn(dataset, name));
      const rows = dataset.slice([[first, first + count]]) as unknown as Row[];
      return Float64Array.from(
        rows.flatMap((row) => places.map((place) => Number(valueAt(row, place)))),
      );
    },
  };
}

type Value = number | bigint;
type Row = readonly (Value | readonly Value[])[];

function valueAt(row: Row, { member, place }: Column): Value {
  const value = row[member];
  return typeof value === 'object' ? value[place] : value;
}

function columnsOf(dataset: Dataset): Map<string, Column> {
  const { attrs, metadata } = dataset;
  const columns = new Map<string, Column>();
  (metadata.compound_type?.members ?? []).forEach(({ name }, member) => {
    const kind = attrs[`${name}_kind`]?.value;
    if (typeof kind !== 'string') return;
    pickledNames(kind).forEach((column, place) => columns.set(column, { member, place }));
  });
  return columns;
}

/** The entries of a list of strings that Python 2 or 3 pickled with protocol 0, as PyTables stores them. */
function pickledNames(text: string): string[] {
  return Array.from(text.matchAll(/^a?(?:V(.*)|S'(.*)')$/gm), ([, modern, old]) => modern ?? old);
}

function noColumn(dataset: Dataset, name: string): never {
  throw hdf5Fault(
    `${dataset.path} has no column ${name}`,
    'The columns must be named as in the frame that pandas wrote.',
  );
}
