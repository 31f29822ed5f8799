/** An operation that is known to be less accurate on an engine. */
export interface Exception {
  readonly engine: string;
  readonly operation: string;
  /** Relative, in place of 1e-4. */
  readonly tolerance: number;
  readonly reason: string;
}

/** None is needed: every compiled operation and gradient agrees to 1e-4. */
export const exceptions: readonly Exception[] = [];
