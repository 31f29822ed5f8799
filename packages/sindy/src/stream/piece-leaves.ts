import { invalidArgument, NoetherError, type Gaps } from '@noether/contracts';
import { differentiate } from '../data/differentiate.js';
import type { VelocityMethod } from '../data/velocity-method.js';
import { LEAF_ROWS } from '../regress/factor-data.js';
import type { DataRows } from '../regress/row-factor.js';
import { checkTimes } from './check-chunk.js';
import { type Leaf, leafBuilder } from './leaf-builder.js';
import { type RowRange, type RowWindow, rowWindow } from './row-window.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/** How rows become leaves. */
export interface LeafOptions {
  readonly method: VelocityMethod;
  readonly overlap: number | undefined;
  /** Counts what is cut out at rows that are not finite; left out where they are refused. */
  readonly gaps: GapCount | undefined;
}

/** {@link Gaps} while they are counted. */
export type GapCount = { -readonly [Count in keyof Gaps]: Gaps[Count] };

/** Pieces between gaps with fewer rows are left out, as of trajectories in memory. */
const SHORTEST = 3;

/** The rows of trajectories, or of pieces of them between gaps, on their way into leaves. */
export interface PieceLeaves {
  /** Ends the trajectory before. */
  startTrajectory(): Generator<Leaf>;
  /** Takes the rows [from, to) of chunk number `index`, all of them finite where gaps are counted. */
  take(chunk: TrajectoryChunk, index: number, from: number, to: number): Generator<Leaf>;
  /** Leaves so many rows of the trajectory out, and ends the piece before them. */
  cutAway(rows: number): Generator<Leaf>;
  /** What is left at the end. */
  rest(): Generator<Leaf>;
}

/**
 * @param d velocities of a row
 * @param m inputs of a row
 * @param spare arrays of earlier leaves, to be filled again
 */
export function pieceLeaves(
  d: number,
  m: number,
  { method, overlap, gaps }: LeafOptions,
  spare: DataRows[],
): PieceLeaves {
  const leaves = leafBuilder(d, m, LEAF_ROWS, spare);
  let piece: Piece | undefined;
  let [trajectory, last, isCut] = [-1, -Infinity, false];
  const named: VelocityMethod = (times, states, _, into) =>
    differentiate(method, { times, states }, trajectory, d, into);
  const start = (chunk: TrajectoryChunk): Piece => {
    const reach = chunk.velocities ? 0 : overlapOf(method, overlap);
    return { window: rowWindow(chunk, d, m, named, reach, LEAF_ROWS + 2 * reach), rows: 0 };
  };
  function* finish(): Generator<Leaf> {
    const rest = piece && (isCut ? restOfCut(piece, gaps!) : piece.window.ready(true));
    if (rest) yield* leaves.add(rest);
    [piece, last] = [undefined, -Infinity];
  }
  return {
    *startTrajectory() {
      yield* finish();
      isCut = false;
      trajectory++;
    },
    *take(chunk, index, from, to) {
      last = checkTimes(chunk.times, [from, to], index, last);
      piece ??= start(chunk);
      piece.rows += to - from;
      for (let row = from; row < to;) {
        if (piece.window.isFull) yield* leaves.add(piece.window.ready(false));
        row += piece.window.take(chunk, row, to);
      }
    },
    *cutAway(rows) {
      gaps!.rows += rows;
      gaps!.cut += isCut ? 0 : 1;
      isCut = true;
      yield* finish();
    },
    *rest() {
      yield* finish();
      yield* leaves.rest();
    },
  };
}

/** Rows of a trajectory between gaps, as many as have been taken up. */
interface Piece {
  readonly window: RowWindow;
  rows: number;
}

/** The last rows of a piece of a trajectory that is cut; undefined where the piece is too short to keep. */
function restOfCut({ window, rows }: Piece, gaps: GapCount): RowRange | undefined {
  if (rows >= SHORTEST) {
    gaps.pieces++;
    try {
      return window.ready(true);
    } catch (fault) {
      if (!(fault instanceof NoetherError && fault.code === 'not-differentiable')) throw fault;
    }
  }
  gaps.short += rows;
  return undefined;
}

function overlapOf(method: VelocityMethod, overlap = method.overlap): number {
  if (overlap === undefined || !Number.isInteger(overlap) || overlap < 0) {
    const wanted =
      'give the rows on each side that a velocity depends on, or a method that tells them';
    throw invalidArgument('overlap', overlap, wanted);
  }
  return overlap;
}
