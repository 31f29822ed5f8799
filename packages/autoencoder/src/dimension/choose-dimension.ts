import { invalidArgument } from '@noether/contracts';
import type { DimensionChoice, DimensionScan, ScannedDimension } from './dimension-scan.js';

const BOUNDS = {
  /** Error up to which a dimension carries the data, as far as short trainings can tell. */
  error: 0.005,
  /** And the same for the worst hundredth of the samples. */
  worst: 0.05,
  /** By how much a dimension has to reduce the error to be needed. */
  gain: 3,
  /** Errors below it count as this: they differ by the luck of short trainings. */
  accuracy: 0.0005,
  /** Error with which a latent space is of use at all; the verdict on a discovery has the same bound. */
  useful: 0.02,
} as const;

/**
 * The latent dimension that a scan speaks for: the largest k that is needed. Dimension k is needed when
 *
 * - k − 1 dimensions do not carry the data: their mean error is above 0.5 % of the variance, or the error of their
 *   worst hundredth above 5 % (a circle squeezed into one dimension has a small mean error but is cut somewhere);
 * - and the k-th reduces the mean error to a third or less (errors below 0.05 % count as that).
 *
 * It stands out when it leaves at most 0.5 %, when it is the number of variables, or when further ones together
 * reduce the error to no less than a third. If none stands out, the choice is the smallest dimension with an error
 * of at most 2 %, or else the largest that was scanned. It is clear when k stands out with an error of at most 2 %:
 * more than that may be noise, which no dimension removes, or structure.
 * @throws NoetherError when the rows are not those of the dimensions 1, 2, …
 */
export function chooseDimension({ rows, variables }: DimensionScan): DimensionChoice {
  rows.forEach(({ dimension }, at) => {
    if (dimension !== at + 1) throw invalidArgument('rows', dimension, `row ${at} is of ${at + 1}`);
  });
  if (rows.length === 0) throw invalidArgument('rows', rows, 'scan at least one dimension');
  const needed = rows.filter((_, at) => isNeeded(rows, at)).map(({ dimension }) => dimension);
  const most = Math.max(0, ...needed);
  const least = Math.min(...rows.slice(most).map(({ error }) => error));
  const left = most > 0 ? rows[most - 1] : undefined;
  const settled = Math.max(BOUNDS.error, BOUNDS.gain * least);
  if (left && (most === variables || left.error <= settled)) {
    const clear = left.error <= BOUNDS.useful;
    return { dimension: most, clear, reason: reasonFor(rows, most, variables) };
  }
  const useful = rows.find(({ error }) => error <= BOUNDS.useful);
  const { dimension, error } = useful ?? rows[rows.length - 1];
  const which = useful ? 'the smallest with at most 2 %' : 'the largest of the scan';
  return {
    dimension,
    clear: false,
    reason: `No dimension stands out: the error falls gradually, ${listed(rows)}. Taken is ${which}, ${dimension}, which leaves ${percent(error)} of the variance; try others.`,
  };
}

function isNeeded(rows: readonly ScannedDimension[], at: number): boolean {
  const before = at > 0 ? rows[at - 1] : undefined;
  if (before && carries(before)) return false;
  return BOUNDS.gain * Math.max(rows[at].error, BOUNDS.accuracy) <= (before?.error ?? 1);
}

/** Whether a dimension carries the data, as far as short trainings can tell. */
export function carries({ error, worst }: ScannedDimension): boolean {
  return error <= BOUNDS.error && worst <= BOUNDS.worst;
}

function reasonFor(rows: readonly ScannedDimension[], k: number, variables: number): string {
  const { error, linearError } = rows[k - 1];
  const fewer = k === 1 ? '' : `${k - 1} leaves ${percent(rows[k - 2].error)}`;
  const more =
    rows.length > k ? `${rows.length} leaves ${percent(rows[rows.length - 1].error)}` : '';
  const others = [fewer, more].filter(Boolean).join(', ');
  const end = k === variables ? ' These are as many as there are variables.' : '';
  const rest =
    error > BOUNDS.useful
      ? ' What is left is noise, which no dimension removes, or structure that short trainings miss.'
      : '';
  return `Dimension ${k} leaves ${percent(error)} of the variance${others && ` (${others})`}; ${k} principal components leave ${percent(linearError)}.${end}${rest}`;
}

function listed(rows: readonly ScannedDimension[]): string {
  return rows.map(({ error }) => percent(error)).join(', ');
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
