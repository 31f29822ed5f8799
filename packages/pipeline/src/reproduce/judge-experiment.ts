import type { RunRecord, Verdict } from '@noether/contracts';
import type { Criterion } from './criterion.js';
import type { Experiment } from './experiments/experiment.js';

/** One criterion over all seeds. */
export interface CriterionResult {
  readonly id: string;
  readonly asks: string;
  /** Seeds that meet it. */
  readonly passed: number;
  /** The middle one of the numbers looked at; null when no run has one. */
  readonly median: number | null;
}

/** One experiment over all seeds. */
export interface ExperimentResult {
  readonly name: string;
  readonly preset: string;
  readonly runs: number;
  /** Seeds that meet all criteria. */
  readonly passed: number;
  /** Whether these are as many as are asked for. */
  readonly pass: boolean;
  readonly criteria: readonly CriterionResult[];
  /** Verdicts of the seeds that miss a criterion, with the criteria. */
  readonly failures: readonly {
    readonly seed: number;
    readonly status: Verdict;
    readonly missed: readonly string[];
  }[];
}

/** Holds the runs of an experiment against its criteria. */
export function judgeExperiment(
  { name, preset, criteria, share }: Experiment,
  records: readonly RunRecord[],
): ExperimentResult {
  const failures = records
    .map((record) => ({
      seed: record.seed,
      status: record.status,
      missed: criteria.filter((criterion) => !meets(criterion, record)).map(({ id }) => id),
    }))
    .filter(({ missed }) => missed.length > 0);
  const passed = records.length - failures.length;
  return {
    name,
    preset,
    runs: records.length,
    passed,
    pass: records.length > 0 && passed >= share * records.length - 1e-9,
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      asks: criterion.asks,
      passed: records.filter((record) => meets(criterion, record)).length,
      median: medianOf(records.map((record) => criterion.value(record))),
    })),
    failures,
  };
}

function meets(criterion: Criterion, record: RunRecord): boolean {
  const value = criterion.value(record);
  return value !== null && Number.isFinite(value) && criterion.holds(value, record);
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  return known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? null;
}
