/** What an engine of tfjs cannot do, or does differently from tfjs' cpu back-end. */
export interface Gap {
  readonly operation: string;
  /** A part of the failure. Empty for an operation that must not run because it ends the process. */
  readonly sign: string;
  readonly reason: string;
}
