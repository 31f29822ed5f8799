import { invalidArgument } from '@noether/contracts';
import { differentiate } from '../data/differentiate.js';
import type { VelocityMethod } from '../data/velocity-method.js';
import type { EquationShape } from '../equation-data.js';
import { LEAF_ROWS } from '../regress/factor-data.js';
import type { DataRows } from '../regress/row-factor.js';
import { checkChunk } from './check-chunk.js';
import { type Leaf, leafBuilder } from './leaf-builder.js';
import { type RowWindow, rowWindow } from './row-window.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/**
 * Differentiates what comes in and cuts it into leaves. Neither depends on how the trajectories are cut into
 * chunks.
 * @param spare arrays of earlier leaves, to be filled again
 */
export async function* leavesOf(
  chunks: AsyncIterable<TrajectoryChunk> | Iterable<TrajectoryChunk>,
  shape: EquationShape,
  method: VelocityMethod,
  overlap: number | undefined,
  spare: DataRows[],
): AsyncGenerator<Leaf> {
  const [d, m] = [shape.names.length, shape.inputs?.length ?? 0];
  const leaves = leafBuilder(d, m, LEAF_ROWS, spare);
  let window: RowWindow | undefined;
  let first: TrajectoryChunk | undefined;
  let [index, trajectory, last] = [0, -1, -Infinity];
  const named: VelocityMethod = (times, states, _, into) =>
    differentiate(method, { times, states }, trajectory, d, into);
  for await (const chunk of chunks) {
    const isFirst = !first || chunk.starts === true;
    last = checkChunk(chunk, index, shape, isFirst ? -Infinity : last);
    if (isFirst) {
      if (window) yield* leaves.add(window.ready(true));
      const reach = chunk.velocities ? 0 : overlapOf(method, overlap);
      trajectory++;
      window = rowWindow(chunk, d, m, named, reach, LEAF_ROWS + 2 * reach);
      first = chunk;
    }
    checkSameFields(first!, chunk, index++);
    for (let from = 0; from < chunk.times.length;) {
      if (window!.isFull) yield* leaves.add(window!.ready(false));
      from += window!.take(chunk, from);
    }
  }
  if (window) yield* leaves.add(window.ready(true));
  yield* leaves.rest();
}

function overlapOf(method: VelocityMethod, overlap = method.overlap): number {
  if (overlap === undefined || !Number.isInteger(overlap) || overlap < 0) {
    const wanted =
      'give the rows on each side that a velocity depends on, or a method that tells them';
    throw invalidArgument('overlap', overlap, wanted);
  }
  return overlap;
}

function checkSameFields(first: TrajectoryChunk, chunk: TrajectoryChunk, index: number): void {
  for (const field of ['velocities', 'weights'] as const) {
    if (Boolean(first[field]) === Boolean(chunk[field])) continue;
    const wanted = 'all chunks of a trajectory have them or none';
    throw invalidArgument(`${field} of chunk ${index}`, chunk[field], wanted);
  }
}
