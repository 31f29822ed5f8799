import { NoetherError, rowsOf, trajectories, type Trajectory } from '@noether/contracts';
import type { Dataset } from './dataset.js';
import { openNpyRows, type NpyRows } from './npy/npy-rows.js';
import { positiveInteger } from './positive-integer.js';
import { partSizes, type SplitFractions } from './split.js';
import { withVelocities } from './with-velocities.js';

/** Options of {@link datasetFromFile}. */
export interface FileDatasetOptions {
  /** Time between rows. */
  readonly dt: number;
  /** Rows of each part that are held in memory, at most. */
  readonly inMemory: number;
  /** Default `own data`. */
  readonly name?: string;
  /** Default x1, x2, … */
  readonly names?: readonly string[];
  readonly units?: readonly string[];
  /** Shares of the recording, in time; default 0.8 to train, 0.1 to validation, 0.1 to test. */
  readonly fractions?: SplitFractions;
  /** Rows between the states of a training window; default 1. */
  readonly interval?: number;
}

/** Rows in a row of the excerpt to learn equations from. */
const PIECE = 10;

/**
 * Makes a data set of a recording that may be larger than memory, a .npy file of shape (T, d): cut in time, the
 * beginning of the validation and of the test rows held in memory, of the training rows pieces of ten
 * rows spread evenly, each part at most `inMemory` rows. Training samples are read from `source` as they are needed
 * (`windowsOfRows`). Velocities are finite differences, also at the ends of pieces.
 * @throws NoetherError when the file cannot be read, holds several trajectories or a number that is not
 * finite, or is too short for the split
 */
export async function datasetFromFile(path: string, options: FileDatasetOptions): Promise<Dataset> {
  const { name = 'own data', fractions = { train: 0.8, validation: 0.1, test: 0.1 } } = options;
  const interval = positiveInteger('interval', options.interval ?? 1);
  positiveInteger('inMemory', options.inMemory);
  const file = await openNpyRows(path);
  try {
    if (file.trajectories !== 1) throw severalTrajectories(path, file.trajectories);
    const sizes = partSizes(file.rows, fractions, 'the number of rows', 'record for longer');
    const [learned, watched, judged] = sizes;
    const most = (rows: number): number => Math.min(rows, options.inMemory);
    const part = async (pieces: readonly Piece[]): Promise<Dataset['train']> => {
      const items = [];
      for (const piece of pieces) items.push(await readPiece(file, piece, options.dt));
      const names =
        options.names ?? Array.from({ length: file.dimension }, (_, at) => `x${at + 1}`);
      const units = options.units ?? names.map(() => '');
      return trajectories({ names, units, items, provenance: { stage: 'data', options } });
    };
    return Object.freeze({
      name,
      train: await part(excerpt(learned, options.inMemory)),
      validation: await part([{ first: learned, count: most(watched) }]),
      test: await part([{ first: learned + watched, count: most(judged) }]),
      source: { path, rows: learned, digest: await digestOf(path) },
      interval,
    });
  } finally {
    await file.close();
  }
}

interface Piece {
  readonly first: number;
  readonly count: number;
}

/** All rows, or pieces of ten of them that are spread evenly. */
function excerpt(rows: number, most: number): Piece[] {
  if (rows <= most) return [{ first: 0, count: rows }];
  const pieces = Math.max(1, Math.floor(most / PIECE));
  const count = Math.min(rows, PIECE);
  return Array.from({ length: pieces }, (_, at) => ({
    first: pieces === 1 ? 0 : Math.round((at * (rows - count)) / (pieces - 1)),
    count,
  }));
}

/** With the rows before and after it, where there are such, the velocities at its ends are central too. */
async function readPiece(file: NpyRows, { first, count }: Piece, dt: number): Promise<Trajectory> {
  const from = Math.max(0, first - 1);
  const to = Math.min(file.rows, first + count + 1);
  const states = new Float32Array((to - from) * file.dimension);
  await file.read(from, to - from, states);
  const times = Float64Array.from({ length: to - from }, (_, at) => (from + at) * dt);
  const names = Array.from({ length: file.dimension }, (_, at) => `x${at + 1}`);
  const { items } = withVelocities(
    trajectories({
      names,
      units: names.map(() => ''),
      items: [{ times, states: Float64Array.from(states) }],
      provenance: { stage: 'data' },
    }),
  );
  return rowsOf(items[0], first - from, first - from + count);
}

/** Read in pieces, too. */
async function digestOf(path: string): Promise<string> {
  const [{ createHash }, { createReadStream }] = await Promise.all([
    import('node:crypto'),
    import('node:fs'),
  ]);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    hash.update(chunk as Uint8Array);
  }
  return hash.digest('hex');
}

function severalTrajectories(path: string, count: number): NoetherError {
  return new NoetherError(`${path} holds ${count} trajectories.`, {
    code: 'invalid-npy',
    argument: 'file',
    value: count,
    hint: 'Only one recording, of shape (rows, variables), can stay in its file; leave inMemory out.',
  });
}
