/**
 * A splittable stream of random numbers. `split(label)` depends on the seed and the label only, never
 * on how many numbers were drawn, so a resumed run draws what an uninterrupted one would have drawn.
 */
export interface RandomStream {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in [0, bound). */
  integer(bound: number): number;
  /** Fills with standard normal numbers and returns the array. */
  fillNormal<T extends Float32Array | Float64Array>(target: T): T;
  /** A uniformly random order of 0 … length − 1. */
  permutation(length: number): Int32Array;
  /** An independent stream for a named purpose or a numbered step. */
  split(label: string | number): RandomStream;
}

/** What a stage tells while it works. Libraries print nothing; the receiver decides. */
export type ProgressEvent =
  | {
      readonly kind: 'progress';
      readonly stage: string;
      readonly done: number;
      readonly total: number;
      /** Unit of `done`, e.g. `step`. */
      readonly unit: string;
      readonly message?: string;
    }
  | {
      readonly kind: 'metrics';
      readonly stage: string;
      readonly epoch: number;
      readonly step: number;
      readonly values: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'note'; readonly stage: string; readonly message: string }
  | { readonly kind: 'warning'; readonly stage: string; readonly message: string };

export type Observer = (event: ProgressEvent) => void;

/** Everything a stage takes from its surroundings. */
export interface Context {
  readonly random: RandomStream;
  readonly observe: Observer;
  readonly signal?: AbortSignal;
}

/** Where a value came from. */
export interface Provenance {
  /** Name of the stage that made the value. */
  readonly stage: string;
  readonly seed?: number;
  readonly options?: unknown;
  readonly versions?: Readonly<Record<string, string>>;
  /** SHA-256 of the input, hexadecimal. */
  readonly inputHash?: string;
}
