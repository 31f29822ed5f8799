import type { Trajectories } from '@noether/contracts';

/** Some rows of a recording, row-major; see {@link fitStream}. */
export interface TrajectoryChunk {
  /** Strictly increasing times, length T, later than those of the chunk before unless a trajectory starts. */
  readonly times: Float64Array;
  /** States, T × d. */
  readonly states: Float64Array;
  /** Their time derivatives, T × d, when known; all chunks of a trajectory have them or none. */
  readonly velocities?: Float64Array;
  /** T × m, when the fit names inputs. */
  readonly inputs?: Float64Array;
  /** Weight of each row's squared residual, length T, 0 or more; 1 when left out. */
  readonly weights?: Float64Array;
  /** Whether a trajectory starts here; false by default, and the chunk goes on where the one before ended. */
  readonly starts?: boolean;
}

/** The trajectories one after the other, a chunk each: what is in memory for {@link fitStream}. */
export function* trajectoryChunks(data: Trajectories): Generator<TrajectoryChunk> {
  for (const item of data.items) yield { ...item, starts: true };
}
