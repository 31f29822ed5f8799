/** What short trainings with one latent dimension showed, on data that they have not seen. */
export interface ScannedDimension {
  readonly dimension: number;
  /** Mean squared error of the best of the trainings and of the principal components, over the variance. */
  readonly error: number;
  /** The same over the worst hundredth of the samples: large where the latent space had to be cut. */
  readonly worst: number;
  /** The error that principal components leave: the best linear map of that dimension. */
  readonly linearError: number;
  /** Effective rank of the latent covariance of the best of them. */
  readonly rank: number;
}

/** Error against latent dimension, 1, 2, … in order. */
export interface DimensionScan {
  readonly rows: readonly ScannedDimension[];
  /** Variables of the data: no latent space needs more dimensions. */
  readonly variables: number;
}

/** A latent dimension and why. */
export interface DimensionChoice {
  readonly dimension: number;
  /** Whether the scan shows where to stop; if not, the choice is a way out. */
  readonly clear: boolean;
  /** Why, in one or two sentences with numbers. */
  readonly reason: string;
}
