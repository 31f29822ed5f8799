import type { Observer, RunRecord, Verdict } from '@noether/contracts';
import type { PipelineConfig } from './config/pipeline-config.js';
import type { EngineChoice } from './engine-choice.js';

/** How a discovery is carried out. */
export interface DiscoverOptions extends EngineChoice {
  /** Folder of the run; made when it is not there. */
  readonly out: string;
  readonly seed: number;
  /** Hears the stages `data`, `training`, `equations`, `forecast` and `report`. */
  readonly observe: Observer;
  /** Stops the run after the current step, with a checkpoint. */
  readonly signal?: AbortSignal;
}

/**
 * How an interrupted run goes on; seed, configuration, engine and threads are those it began with. With other
 * ones the numbers differ in their last digits.
 */
export interface ResumeOptions extends EngineChoice {
  readonly observe: Observer;
  readonly signal?: AbortSignal;
}

/**
 * How a discovery is repeated with the seeds firstSeed … firstSeed + seeds − 1. Each has one thread by default, so
 * that its numbers do not depend on how many run at once.
 */
export interface SeedsOptions extends EngineChoice {
  /** Holds one folder `seed-N` for each seed, `summary.json` and `summary.html`. */
  readonly out: string;
  readonly seeds: number;
  readonly firstSeed: number;
  /**
   * Seeds at once, each in a process of its own; 1: one after the other in this process. Default: as many as
   * there are processors for their threads and free memory for.
   */
  readonly parallel?: number | undefined;
  /** Called as a seed gets its turn. Of processes it hears about twenty steps a second. */
  readonly observe: (seed: number) => Observer;
  readonly signal?: AbortSignal;
  /** Called as each seed ends, also for those that were finished before. */
  readonly onSeed?: (record: RunRecord) => void;
  /** Called as the turn of a seed ends, however it ends. */
  readonly onEnd?: (seed: number) => void;
}

/** How the seeds of a folder go on; which they are stands in the folder. */
export type ResumeSeedsOptions = Omit<SeedsOptions, 'out' | 'seeds' | 'firstSeed'>;

/** One seed of a summary; numbers are null where the run could not tell them. */
export interface SummaryRow {
  readonly seed: number;
  readonly status: Verdict;
  readonly reason: string;
  /** Address of the run's report, relative to the summary. */
  readonly report: string;
  readonly seconds: number;
  readonly omega: number | null;
  readonly realToImaginary: number | null;
  readonly meanCosine: number | null;
  readonly generatorBce: number | null;
  readonly invarianceRatio: number | null;
  readonly relativeMse: number | null;
  readonly lowestR2: number | null;
  readonly validTime: number | null;
}

export type SummaryQuantity = Exclude<keyof SummaryRow, 'seed' | 'status' | 'reason' | 'report'>;

/** The content of `summary.json`. */
export interface Summary {
  readonly kind: 'summary';
  readonly preset: string;
  readonly runs: number;
  readonly discovered: number;
  /** discovered / runs. */
  readonly successRate: number;
  /** Medians over the runs that discovered a symmetry; null when there is none. */
  readonly medians: Readonly<Record<SummaryQuantity, number | null>>;
  /** The seeds that failed, by the name of the failure. */
  readonly failures: Readonly<Partial<Record<Verdict, readonly number[]>>>;
  readonly rows: readonly SummaryRow[];
}

/** What lies in a folder. */
export type RunInspection =
  | {
      readonly kind: 'run';
      readonly state: 'finished' | 'interrupted';
      readonly config: PipelineConfig;
      readonly seed: number;
      readonly engine: string;
      /** Epochs that are in the last checkpoint. */
      readonly epochs: number;
      /** The result of a finished run. */
      readonly record: RunRecord | null;
    }
  | {
      readonly kind: 'seeds';
      readonly state: 'finished' | 'interrupted';
      readonly config: PipelineConfig;
      readonly seeds: readonly number[];
      readonly engine: string | null;
      readonly summary: Summary | null;
    }
  | { readonly kind: 'none' };
