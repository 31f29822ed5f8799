import type { TrajectoriesOptions } from '@noether/contracts';

/** What all readers of recordings do with columns and gaps. */
export interface RecordingOptions {
  /** Variables that act on the system and are not explained by it; they become `inputs`. */
  readonly inputs?: readonly string[];
  /** The variable that holds the weight of each row. */
  readonly weight?: string;
  /**
   * `split` cuts a trajectory at rows with a missing value and counts them in `gaps`, `refuse` throws;
   * `split` by default.
   */
  readonly gaps?: TrajectoriesOptions['gaps'];
}
