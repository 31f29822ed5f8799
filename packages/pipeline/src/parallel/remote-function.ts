import type { Observer } from '@noether/contracts';

/** What a function gets besides its input, in whichever process it runs. */
export interface WorkContext {
  readonly observe: Observer;
  readonly signal: AbortSignal;
}

/**
 * A function that other processes import. Input and result are copied on the way (structured clone), so they
 * are plain values and typed arrays; NaN survives.
 */
export interface RemoteFunction<Input, Result> {
  /** Address of the module that exports it. */
  readonly module: string;
  /** The name under which it is exported. */
  readonly name: string;
  run(input: Input, context: WorkContext): Promise<Result>;
}
