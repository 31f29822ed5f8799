import { NoetherError, invalidArgument, type Context } from '@noether/contracts';
import type { Engine } from '@noether/compute';
import { carries } from './choose-dimension.js';
import type { DimensionScan, ScannedDimension } from './dimension-scan.js';
import { scanSpace, type Reconstruction, type ScanSpace } from './scan-space.js';
import { shortTraining } from './short-training.js';

/** What a scan looks at. */
export interface ScanData {
  /** Rows to learn from, row-major n × `variables`. */
  readonly states: Float64Array;
  /** Rows to measure errors on, n ≥ 100. */
  readonly heldOut: Float64Array;
  readonly variables: number;
  readonly engine: Engine;
  /** Rows of an interrupted scan of the same data with the same seed. */
  readonly known?: readonly ScannedDimension[];
  /** Is waited for after each dimension, with all rows so far. */
  readonly onDimension?: (rows: readonly ScannedDimension[]) => Promise<void>;
}

export interface ScanOptions {
  /** Largest dimension, where there are so many variables; 6 by default. */
  readonly largest?: number;
  /** Trainings for each dimension, of which the best counts; 3 by default. */
  readonly restarts?: number;
  /** Steps of a training; 1000 by default. */
  readonly steps?: number;
}

const STAGE = 'dimension';
/** Dimensions that are still scanned after the first one that carries the data. */
const BEYOND = 2;
const FEWEST = 100;

/**
 * Reconstruction error against latent dimension: for k = 1, 2, … some short trainings of a small autoencoder
 * (three hidden layers of 64) in the principal coordinates of the data, of which the best counts, and beside it
 * what k principal components leave. Ends two dimensions after the first that carries the data. The error is that
 * of the rows held out, in units of their variance; the training of dimension k and restart r draws from
 * `context.random.split(k).split(r)`, so that an interrupted scan goes on to the same numbers.
 * @throws NoetherError when sizes do not fit or the states do not vary, `aborted` signals as they are
 */
export async function scanDimensions(
  data: ScanData,
  options: ScanOptions,
  context: Context,
): Promise<DimensionScan> {
  const { largest = 6, restarts = 3, steps = 1000 } = options;
  checkSizes(data, { largest, restarts, steps });
  const { variables } = data;
  const space = scanSpace(data.states, data.heldOut, variables);
  const most = Math.min(largest, variables);
  const rows: ScannedDimension[] = [...(data.known ?? [])];
  const total = most * restarts * steps;
  const tell = (done: number): void =>
    context.observe({ kind: 'progress', stage: STAGE, done, total, unit: 'step' });
  while (!finished(rows, most)) {
    const dimension = rows.length + 1;
    const results: Reconstruction[] = [];
    // As many principal components as there are leave nothing for a network to win.
    const trainings = dimension < space.width ? restarts : 0;
    for (let restart = 0; restart < trainings; restart++) {
      const before = (rows.length * restarts + restart) * steps;
      const own = { ...context, random: context.random.split(dimension).split(restart) };
      const training = { dimension, steps, tell: (done: number) => tell(before + done) };
      results.push(await shortTraining(space, data.engine, training, own));
    }
    rows.push(rowOf(dimension, results, space));
    await data.onDimension?.(rows);
  }
  tell(total);
  return { rows, variables };
}

/** The best training, or the principal components where they are better still. */
function rowOf(
  dimension: number,
  results: readonly Reconstruction[],
  space: ScanSpace,
): ScannedDimension {
  const linear = space.linear(dimension);
  const best = [linear, ...results].reduce((least, one) => (one.mean < least.mean ? one : least));
  return {
    dimension,
    error: best.mean,
    worst: best.worst,
    linearError: linear.mean,
    rank: best.rank,
  };
}

function finished(rows: readonly ScannedDimension[], most: number): boolean {
  const first = rows.findIndex(carries);
  return rows.length >= most || (first >= 0 && rows.length > first + BEYOND);
}

function checkSizes(
  { states, heldOut, variables, known = [] }: ScanData,
  counts: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries({ variables, ...counts })) {
    if (Number.isInteger(value) && value > 0) continue;
    throw invalidArgument(name, value, 'it must be a positive whole number');
  }
  checkRows('states', states, variables, 'to learn from');
  checkRows('heldOut', heldOut, variables, 'to measure errors on');
  if (known.some(({ dimension }, at) => dimension !== at + 1)) {
    throw invalidArgument('known', known, 'the rows must be of the dimensions 1, 2, … in order');
  }
}

function checkRows(name: string, data: Float64Array, variables: number, use: string): void {
  if (data.length % variables !== 0) {
    throw invalidArgument(name, data, `give whole rows of ${variables}`);
  }
  const rows = data.length / variables;
  if (rows >= FEWEST) return;
  throw new NoetherError(`${name} has ${rows} rows of ${variables} ${use}.`, {
    code: 'invalid-argument',
    argument: name,
    value: rows,
    hint: `Give at least ${FEWEST}, or choose the latent dimension yourself.`,
  });
}
