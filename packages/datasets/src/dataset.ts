import type { ConservedQuantity, Trajectories, VectorField } from '@noether/contracts';

/** Named numbers that belong to states, row-major states × names. */
export interface Columns {
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/** What a discovery starts from: trajectories to learn from, to watch and to judge by. */
export interface Dataset {
  readonly name: string;
  /** Learned from. */
  readonly train: Trajectories;
  /** Watched during training; choices are made on it. */
  readonly validation: Trajectories;
  /** Judged by, once. */
  readonly test: Trajectories;
  /** A quantity known to be constant along the motion, when there is one. */
  readonly invariant?: ConservedQuantity;
  /** The true equations of motion, when they are known. */
  readonly field?: VectorField;
  /** Labels of the training states, row by row, that a symmetry must leave alone. */
  readonly labels?: Columns;
  /** What the test states were made from, row by row, where it is known: angles in radians. */
  readonly factors?: Columns;
  /** Rows between the states of a training window, see {@link windows}. */
  readonly interval: number;
}
