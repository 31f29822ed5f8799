import { invalidArgument, wholeRows } from '@noether/contracts';
import type { EquationShape } from '../equation-data.js';
import type { DataRows } from '../regress/row-factor.js';
import { checkChunk } from './check-chunk.js';
import type { Leaf } from './leaf-builder.js';
import { type LeafOptions, pieceLeaves } from './piece-leaves.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/**
 * Differentiates what comes in and cuts it into leaves. Neither depends on how the trajectories are cut into
 * chunks.
 * @param spare arrays of earlier leaves, to be filled again
 */
export async function* leavesOf(
  chunks: AsyncIterable<TrajectoryChunk> | Iterable<TrajectoryChunk>,
  shape: EquationShape,
  { method, overlap, gaps }: LeafOptions,
  spare: DataRows[],
): AsyncGenerator<Leaf> {
  const [d, m] = [shape.names.length, shape.inputs?.length ?? 0];
  const pieces = pieceLeaves(d, m, { method, overlap, gaps }, spare);
  let first: TrajectoryChunk | undefined;
  let index = 0;
  for await (const chunk of chunks) {
    checkChunk(chunk, index, shape);
    if (!first || chunk.starts === true) {
      yield* pieces.startTrajectory();
      first = chunk;
    }
    checkSameFields(first, chunk, index);
    const count = chunk.times.length;
    let row = 0;
    for (const [from, to] of gaps ? wholeRows(chunk, d, m) : [[0, count]]) {
      if (from > row) yield* pieces.cutAway(from - row);
      yield* pieces.take(chunk, index, from, to);
      row = to;
    }
    if (count > row) yield* pieces.cutAway(count - row);
    index++;
  }
  yield* pieces.rest();
}

function checkSameFields(first: TrajectoryChunk, chunk: TrajectoryChunk, index: number): void {
  for (const field of ['velocities', 'weights'] as const) {
    if (Boolean(first[field]) === Boolean(chunk[field])) continue;
    const wanted = 'all chunks of a trajectory have them or none';
    throw invalidArgument(`${field} of chunk ${index}`, chunk[field], wanted);
  }
}
