import type { ExperimentResult } from './judge-experiment.js';

/** The table in plain text: an experiment, its criteria, and the seeds that miss one. */
export function reproductionText(results: readonly ExperimentResult[]): string {
  return results
    .map((result) => {
      const head = `${result.pass ? 'pass' : 'FAIL'}  ${result.name}: ${result.passed} of ${result.runs} seeds`;
      const rows = result.criteria.map(
        ({ id, asks, passed, median }) =>
          `      ${id.padEnd(4)} ${`${passed}/${result.runs}`.padStart(5)}  median ${shown(median).padStart(8)}  ${asks}`,
      );
      const failures = result.failures.map(
        ({ seed, status, missed }) =>
          `      seed ${seed}: ${status ? `${status}, ` : ''}misses ${missed.join(', ')}`,
      );
      return [head, ...rows, ...failures].join('\n');
    })
    .join('\n');
}

/** Three significant digits, or a dash. */
export function shown(value: number | null): string {
  return value === null ? '-' : String(Number(value.toPrecision(3)));
}
