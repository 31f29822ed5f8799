/** States and their time derivatives; matrices are row-major rows × names.length. */
export interface EquationData {
  /** Variable names, length d. */
  readonly names: readonly string[];
  readonly states: Float64Array;
  readonly velocities: Float64Array;
  /** Weight of each row's squared residual, length rows, 0 or more; all 1 by default. */
  readonly weights?: Float64Array;
}
