import { invalidArgument } from '@noether/contracts';
import { positiveInteger } from '../positive-integer.js';

/** How many trajectories an embedded data set has and how they are sampled. */
export interface EmbeddingSizes {
  /** Trajectories to learn from. */
  readonly train?: number;
  /** Trajectories that choices are made on. */
  readonly validation?: number;
  /** Trajectories to judge by. */
  readonly test?: number;
  /** Time between two rows. */
  readonly step?: number;
  /** Rows of a trajectory. */
  readonly steps?: number;
}

/** @throws NoetherError that names the option that is out of range */
export function checkedSizes(sizes: Required<EmbeddingSizes>): Required<EmbeddingSizes> {
  const { train, validation, test, step, steps } = sizes;
  for (const [name, count] of Object.entries({ train, validation, test, steps })) {
    positiveInteger(name, count);
  }
  if (!(step > 0 && step < Infinity)) {
    throw invalidArgument('step', step, 'it must be a positive time');
  }
  return { train, validation, test, step, steps };
}
