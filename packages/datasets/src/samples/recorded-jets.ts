import { invalidArgument, type Context } from '@noether/contracts';
import type { Dataset } from '../dataset.js';
import { pandasTable, type PandasTable } from '../hdf5/pandas-table.js';
import { withHdf5 } from '../hdf5/with-hdf5.js';
import { positiveInteger } from '../positive-integer.js';
import { jets } from './jets.js';
import { sampleDataset } from './sample-dataset.js';
import { sampleSettings } from './sample-settings.js';
import type { Sample, SampleOptions } from './sample-source.js';

/** Options of {@link recordedJets}. */
export interface RecordedJetsOptions extends SampleOptions {
  /** Constituents of a jet, those of the largest transverse momenta; default 2. */
  readonly constituents?: number;
  /** The momentum in GeV that becomes 1; default 100. */
  readonly unit?: number;
}

/** Rows that are read at once; in the file they share a chunk or two. */
const BLOCK = 64;

/**
 * Jets of the top-tagging reference set (Kasieczka et al., Zenodo 2603256: train.h5, val.h5, test.h5): the
 * four-momenta (E, pₓ, p_y, p_z) of the leading constituents, zeros where a jet has fewer, and the label
 * is_signal_new, 1 for a top quark and 0 for others, as LieGAN takes them from it. Numbers are divided by `unit` and
 * not changed otherwise, so that Lorentz transformations of a jet are those of its numbers.
 *
 * The rows come in blocks of 64 in a random order that the stream fixes, first those to train, then validation and
 * test, none twice; only they are read. Needs the package h5wasm.
 * @throws NoetherError as {@link fromHdf5}, and when an option is out of range or the file has too few jets
 */
export async function recordedJets(
  path: string,
  { constituents = 2, unit = 100, ...sizes }: RecordedJetsOptions,
  context: Context,
): Promise<Dataset> {
  positiveInteger('constituents', constituents);
  if (!(unit > 0 && unit < Infinity)) throw invalidArgument('unit', unit, 'it must be positive');
  const settings = sampleSettings({ ...jets.defaults, ...sizes });
  const { train, validation, test } = settings;
  const taken = await withHdf5(path, (file) => {
    const total = train + validation + test;
    return readJets(pandasTable(file, 'table'), total, { constituents, unit }, context);
  });
  const samples = {
    train: taken.slice(0, train),
    validation: taken.slice(train, train + validation),
    test: taken.slice(train + validation),
  };
  const names = fourMomenta(
    constituents,
    ['E', 'px', 'py', 'pz'],
    (axis, at) => `${axis}${at + 1}`,
  );
  const units = names.map(() => (unit === 1 ? 'GeV' : `${unit} GeV`));
  const description = { name: jets.name, names, units, labels: ['signal'] };
  const recorded = { reader: 'hdf5', constituents, unit, ...settings };
  return sampleDataset(description, samples, settings.noise, recorded, context);
}

function readJets(
  table: PandasTable,
  total: number,
  { constituents, unit }: Required<Pick<RecordedJetsOptions, 'constituents' | 'unit'>>,
  { random }: Context,
): Sample[] {
  if (total > table.rows) {
    const wanted = `the file has ${table.rows}; set train, validation and test to fewer`;
    throw invalidArgument('the number of jets', total, wanted);
  }
  const momenta = fourMomenta(constituents, ['E', 'PX', 'PY', 'PZ'], (axis, at) => `${axis}_${at}`);
  const columns = [...momenta, 'is_signal_new'];
  const samples: Sample[] = [];
  for (const block of random.split('rows').permutation(Math.ceil(table.rows / BLOCK))) {
    const count = Math.min(BLOCK, table.rows - block * BLOCK, total - samples.length);
    if (count === 0) break;
    const numbers = table.read(columns, block * BLOCK, count);
    for (let at = 0; at < numbers.length; at += columns.length) {
      const state = numbers.slice(at, at + momenta.length).map((value) => value / unit);
      samples.push({ state, label: numbers.slice(at + momenta.length, at + columns.length) });
    }
  }
  return samples;
}

function fourMomenta(
  constituents: number,
  axes: readonly string[],
  name: (axis: string, at: number) => string,
): string[] {
  return Array.from({ length: constituents }, (_, at) => axes.map((axis) => name(axis, at))).flat();
}
