import type { ConservedQuantity, Trajectories, VectorField } from '@noether/contracts';

/** Named numbers that belong to states, row-major states × names. */
export interface Columns {
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/** The beginning of a recording in a .npy file of shape (T, d), to be read by `openNpyRows`. */
export interface RecordingFile {
  readonly path: string;
  /** Rows that belong to it. */
  readonly rows: number;
  /** SHA-256 of the whole file, hexadecimal. */
  readonly digest: string;
}

/** Columns that are angles in radians, or together the nine entries of a rotation, row-major. */
export interface Factors extends Columns {
  readonly kind: 'angles' | 'rotation';
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
  /** A quantity known to be constant along the motion, or of single states what a symmetry must keep, when there is one. */
  readonly invariant?: ConservedQuantity;
  /** The true equations of motion, when they are known. */
  readonly field?: VectorField;
  /** Labels of the training states, row by row, that a symmetry must leave alone. */
  readonly labels?: Columns;
  /** What the test states were made from, row by row, where it is known. */
  readonly factors?: Factors;
  /** Where all rows to learn from lie, when `train` is an excerpt of them. */
  readonly source?: RecordingFile;
  /** Set where the rows of a trajectory are single states, or several that belong together, and no motion. */
  readonly still?: true;
  /** Rows between the states of a training window, see {@link windows}. */
  readonly interval: number;
}
