import type { Trajectories } from '@noether/contracts';
import type { Dataset } from '../dataset.js';

/** A data set whose states are a known function of the hidden states of a small system. */
export interface EmbeddedDataset extends Dataset {
  /** The hidden states and velocities, row by row those of the data. */
  readonly hidden: {
    readonly train: Trajectories;
    readonly validation: Trajectories;
    readonly test: Trajectories;
  };
}
