import type { RunRecord, Verdict } from '@noether/contracts';

/** A number that a run came to, and whether it will do. */
export interface Finding {
  /** Short name of the criterion, e.g. `A1`. */
  readonly id: string;
  /** What is asked for, in a few words. */
  readonly asks: string;
  /** Null when the run came to none, which fails. */
  readonly value: number | null;
  readonly holds: boolean;
  /** The same number of the papers or their code, where it is known and the row does not say it by the id. */
  readonly published?: string;
}

/** What one seed of an experiment came to. */
export interface Outcome {
  readonly seed: number;
  /** Of Noether, which made it; left out where it was not recorded. */
  readonly version?: string | undefined;
  /** How the discovery ended; null when it was none. */
  readonly status: Verdict | null;
  /** Why it ended so, in one sentence with numbers. */
  readonly reason?: string;
  /** Errors of all methods, where the experiment compares them. */
  readonly forecast?: RunRecord['forecast'];
  /** The error that ends the valid time of the forecast. */
  readonly threshold?: number;
  /** The same criteria in the same order for every seed. */
  readonly findings: readonly Finding[];
}
