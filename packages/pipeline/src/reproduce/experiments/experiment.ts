import type { Criterion } from '../criterion.js';

/** A row of the papers' results: a preset, how often it is run, and what every run has to show. */
export interface Experiment {
  readonly name: string;
  readonly preset: string;
  readonly seeds: number;
  /** Settings `path=value` that make it a matter of a minute or two. */
  readonly quick: readonly string[];
  readonly quickSeeds: number;
  /** Share of the seeds that have to meet all criteria. */
  readonly share: number;
  readonly criteria: readonly Criterion[];
}
