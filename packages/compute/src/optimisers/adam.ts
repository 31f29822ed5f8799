/** Options of Adam, by the names of Kingma and Ba. */
export interface AdamOptions {
  /** α. */
  readonly learningRate: number;
  /** Default 0.9. */
  readonly beta1?: number;
  /** Default 0.999. */
  readonly beta2?: number;
  /** Default 1e-8. */
  readonly epsilon?: number;
}
