import type { RunRecord, Verdict } from '@noether/contracts';
import { versionOf } from '../versions.js';
import type { Criterion } from './criterion.js';
import { compareForecasts, type ForecastComparison } from './compare-forecasts.js';
import { keyOf, type Experiment } from './experiments/experiment.js';
import { madeBy, type MadeBy } from './made-by.js';
import type { Finding, Outcome } from './outcome.js';

/** One criterion over all seeds. */
export interface CriterionResult {
  readonly id: string;
  readonly asks: string;
  /** What the papers or their code give; absent where it is not known. */
  readonly published?: string;
  /** Seeds that meet it. */
  readonly passed: number;
  /** The middle one of the numbers looked at; null when no run has one. */
  readonly median: number | null;
}

/** One experiment over all seeds. */
export interface ExperimentResult {
  readonly name: string;
  /** What the experiment is called on the command line. */
  readonly preset: string;
  /** Whether every seed is a discovery with a report of its own. */
  readonly reports: boolean;
  readonly runs: number;
  /** Runs are kept when Noether is upgraded. */
  readonly madeBy: readonly MadeBy[];
  /** Seeds that meet all criteria. */
  readonly passed: number;
  /** How the discoveries ended, with the number of seeds of each; empty where there were none. */
  readonly verdicts: readonly (readonly [verdict: Verdict, seeds: number])[];
  /** Whether these are as many as are asked for. */
  readonly pass: boolean;
  readonly criteria: readonly CriterionResult[];
  /** Verdicts of the seeds that miss a criterion, with the criteria. */
  readonly failures: readonly {
    readonly seed: number;
    readonly status: Verdict | null;
    readonly reason?: string;
    readonly missed: readonly { readonly id: string; readonly value: number | null }[];
  }[];
  /** The forecasts of all methods, where the experiment compares them. */
  readonly forecasts?: ForecastComparison;
}

/** Holds a run against criteria; `more` comes after them. */
export function outcomeOf(
  record: RunRecord,
  criteria: readonly Criterion[],
  more: readonly Finding[] = [],
): Outcome {
  const findings = criteria.map((criterion): Finding => {
    const value = criterion.value(record);
    const holds = value !== null && Number.isFinite(value) && criterion.holds(value, record);
    return { id: criterion.id, asks: criterion.asks, value, holds };
  });
  const { seed, status, reason } = record;
  const version = versionOf(record);
  return { seed, version, status, reason, findings: [...findings, ...more] };
}

/** Counts over all seeds of an experiment what they came to. */
export function judgeExperiment(
  experiment: Experiment,
  outcomes: readonly Outcome[],
): ExperimentResult {
  const failures = outcomes
    .map(({ seed, status, reason, findings }) => ({
      seed,
      status,
      ...(reason !== undefined && { reason }),
      missed: findings.filter(({ holds }) => !holds).map(({ id, value }) => ({ id, value })),
    }))
    .filter(({ missed }) => missed.length > 0);
  const passed = outcomes.length - failures.length;
  const forecasts = compareForecasts(
    outcomes.flatMap(({ forecast }) => forecast ?? []),
    ('forecasts' in experiment && experiment.forecasts) || 'forecast',
  );
  return {
    name: experiment.name,
    preset: keyOf(experiment),
    reports: 'preset' in experiment,
    runs: outcomes.length,
    madeBy: madeBy(outcomes),
    passed,
    verdicts: countsOf(outcomes.flatMap(({ status }) => status ?? [])),
    pass: outcomes.length > 0 && passed >= experiment.share * outcomes.length - 1e-9,
    criteria: (outcomes[0]?.findings ?? []).map(({ id, asks, published: own }, at) => {
      const same = outcomes.map(({ findings }) => findings[at]);
      const published = own ?? experiment.published?.[id];
      return {
        id,
        asks,
        ...(published !== undefined && { published }),
        passed: same.filter(({ holds }) => holds).length,
        median: medianOf(same.map(({ value }) => value)),
      };
    }),
    failures,
    ...(forecasts && { forecasts }),
  };
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  return known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? null;
}

/** The most frequent one first. */
function countsOf(verdicts: readonly Verdict[]): [Verdict, number][] {
  const counts = new Map<Verdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
