import { noetherVersion } from '../versions.js';
import type { ForecastComparison } from './compare-forecasts.js';
import type { CriterionResult, ExperimentResult } from './judge-experiment.js';
import { keptText } from './made-by.js';

const INDENT = ' '.repeat(6);

/**
 * The table in plain text: an experiment, its criteria, the seeds that miss one, and the forecasts; and what was kept of
 * other versions than this one.
 */
export function reproductionText(
  results: readonly ExperimentResult[],
  version: string = noetherVersion(),
): string {
  return results
    .map((result) => {
      const { pass, name, passed, runs, criteria, failures, forecasts } = result;
      const verdicts = verdictText(result);
      const kept = keptText(result.madeBy, version);
      const lines = [
        ...(kept ? [kept] : []),
        ...criteriaTable(criteria, runs),
        ...failures.map(failureText),
        ...(forecasts ? ['', ...forecastTable(forecasts)] : []),
      ];
      const head = `${pass ? 'pass' : 'FAIL'}  ${name}: ${passed} of ${runs} seeds${verdicts && ` (${verdicts})`}`;
      return [head, ...lines.map((line) => (line && INDENT) + line)].join('\n');
    })
    .join('\n\n');
}

/** What is said of an experiment whose kept result was damaged. */
export function leftOutText(name: string): string {
  return `left out: ${name}, whose result was damaged; reproduce ${name} makes it again from its runs`;
}

/** How the discoveries ended, e.g. `4 discovered, 1 collapsed`. */
export function verdictText({ verdicts }: Pick<ExperimentResult, 'verdicts'>): string {
  return verdicts.map(([verdict, seeds]) => `${seeds} ${verdict}`).join(', ');
}

/** What became of a seed that misses a criterion. */
export function failureText({ seed, status, reason, missed }: Failure): string {
  const ids = missed.map(({ id, value }) => `${id} (${shown(value)})`).join(', ');
  const end = status ? `${status}, ` : '';
  const why = status && status !== 'discovered' && reason ? `. ${reason}` : '';
  return `seed ${seed}: ${end}misses ${ids}${why}`;
}

type Failure = ExperimentResult['failures'][number];

function criteriaTable(criteria: readonly CriterionResult[], runs: number): string[] {
  const rows = criteria.map(({ id, passed, median, published, asks }) => [
    id,
    `${passed}/${runs}`,
    shown(median),
    published ?? '',
    asks,
  ]);
  return aligned([['', 'seeds', 'median', 'reference', 'asked'], ...rows], [1, 2, 3]);
}

function forecastTable({ horizon, modes, methods }: ForecastComparison): string[] {
  const rows = methods.map(({ method, meanSquare, validTime }) => [
    method,
    shown(meanSquare),
    validTime >= horizon ? `≥ ${shown(horizon)}` : shown(validTime),
  ]);
  const note = modes ? [`methods without an encoder in ${modes} principal coordinates`] : [];
  return [...aligned([['forecast', 'mean NRMSE²', 'valid time'], ...rows], [1, 2]), ...note];
}

/** Columns two blanks apart; those named in `right` end together. */
function aligned(rows: readonly (readonly string[])[], right: readonly number[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        right.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Three significant digits, or a dash. */
export function shown(value: number | null): string {
  return value === null || Number.isNaN(value) ? '-' : String(Number(value.toPrecision(3)));
}
