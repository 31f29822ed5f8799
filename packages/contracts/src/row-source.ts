/** A table of numbers that lies elsewhere, a file for instance, and is read by position. */
export interface RowSource {
  readonly rows: number;
  /** Numbers in a row. */
  readonly dimension: number;
  /**
   * Copies the rows first … first + count − 1 into `into`, beginning at its entry `at` (default 0). Several
   * reads may be under way at once; what they fill must not be touched until they are done.
   */
  read(first: number, count: number, into: Float32Array, at?: number): Promise<void>;
}
