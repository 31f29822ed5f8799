import { type Context, gapText, invalidArgument } from '@noether/contracts';
import { candidatesOf } from '../candidates.js';
import { byFiniteDifferences, type VelocityMethod } from '../data/velocity-method.js';
import type { EquationShape } from '../equation-data.js';
import { leftSides } from '../express/left-side.js';
import { type FitOptions, solveReduced } from '../fit-equations.js';
import type { Library } from '../library/library.js';
import type { EquationWorkers } from '../parallel/equation-workers.js';
import { localReducer, type Reducer, type Reduction } from '../parallel/reducer.js';
import { checkEnough } from '../regress/factor-data.js';
import { mergeFactors } from '../regress/merge-factors.js';
import type { DataRows, RowFactor } from '../regress/row-factor.js';
import type { RunningEquations } from '../running-equations.js';
import type { Leaf } from './leaf-builder.js';
import { leavesOf } from './leaves-of.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/** Options of {@link fitStream}. */
export interface StreamOptions extends FitOptions {
  /** How velocities are made where a chunk brings none; finite differences of order 2 by default. */
  readonly method?: VelocityMethod;
  /** Rows on each side that a velocity depends on, when the method does not tell. */
  readonly overlap?: number;
  /**
   * `split` cuts a trajectory at rows with a time or value that is not finite, as `trajectories` of contracts does,
   * and tells how many rows that cost; `refuse`, the default, names the row.
   */
  readonly gaps?: 'refuse' | 'split';
  /** Threads that share the work; none by default. See `nodeWorkers` of `@noether/sindy/node` and `webWorkers`. */
  readonly workers?: EquationWorkers;
}

/**
 * `fitEquations` on rows that come in chunks and never are in memory as a whole: some thousand rows at a
 * time are differentiated, with the overlap that the method needs, and reduced to a triangular factor, here
 * or in worker threads. The factors are merged in the order of the rows, so the result is the same to
 * the last bit for any cutting into chunks and any number of workers, none included.
 *
 * For trajectories in memory give `trajectoryChunks(data)`. A library with functions of its own, which cannot be
 * sent to a thread, is evaluated in this one.
 * @param shape names of the variables and inputs
 * @throws NoetherError for chunks of wrong lengths, a row that is not finite, fewer rows than terms and a method
 * that needs the whole trajectory, such as a smoothing spline
 */
export async function fitStream(
  shape: EquationShape,
  chunks: AsyncIterable<TrajectoryChunk> | Iterable<TrajectoryChunk>,
  options: StreamOptions,
  context: Context,
): Promise<RunningEquations> {
  const { method = byFiniteDifferences(), overlap, gaps = 'refuse', workers, ...fit } = options;
  if (gaps !== 'refuse' && gaps !== 'split') {
    throw invalidArgument('gaps', gaps, 'give refuse or split');
  }
  const cut = gaps === 'split' ? { rows: 0, short: 0, cut: 0, pieces: 0 } : undefined;
  const { library, allowed } = candidatesOf(shape.names, fit, shape.inputs);
  const reducer = reducerOf(library, leftSides(shape), workers);
  try {
    const columns = library.terms.length + shape.names.length;
    const spare: DataRows[] = [];
    const leaves = leavesOf(chunks, shape, { method, overlap, gaps: cut }, spare);
    const total = await reduceLeaves(leaves, reducer, columns, spare, context.signal);
    if (cut && cut.rows > 0) {
      context.observe({ kind: 'note', stage: 'equations', message: gapText(cut) });
    }
    checkEnough(total?.moments.counted ?? 0, library.terms.length);
    return solveReduced(total!, shape, library, allowed, fit, context);
  } finally {
    reducer.release();
  }
}

function reducerOf(
  library: Library,
  sides: readonly string[],
  workers: EquationWorkers | undefined,
): Reducer {
  const isPlain = (library.functions ?? []).length === 0;
  return workers && isPlain ? workers.reducer(library, sides) : localReducer(library, sides);
}

/**
 * Keeps as many leaves under way as the reducer likes, and no more, and fills their arrays again: memory stays
 * constant.
 */
async function reduceLeaves(
  leaves: AsyncIterable<Leaf>,
  reducer: Reducer,
  columns: number,
  spare: DataRows[],
  signal: AbortSignal | undefined,
): Promise<RowFactor | undefined> {
  const total = mergeFactors(columns);
  const underWay: Promise<Reduction>[] = [];
  const takeFirst = async (): Promise<void> => {
    const { result, rows } = await underWay.shift()!;
    total.add(result);
    spare.push(rows);
  };
  for await (const { rows, count } of leaves) {
    signal?.throwIfAborted();
    const part = reducer.reduce(rows, count);
    // Where the fit fails before this part is asked for, its failure is nobody's.
    part.catch(() => undefined);
    underWay.push(part);
    if (underWay.length > reducer.depth) await takeFirst();
  }
  while (underWay.length > 0) await takeFirst();
  return total.total;
}
