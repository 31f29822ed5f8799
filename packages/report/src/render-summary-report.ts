import { median } from '@noether/numerics';
import type { RunRecord, Verdict } from '@noether/contracts';

import { formatNumber } from './format-number.js';
import { escapeHtml } from './page/escape-html.js';
import { page } from './page/page.js';
import { provenance } from './page/provenance.js';
import { section } from './page/section.js';
import { VERDICTS } from './page/verdict.js';
import type { ProvenanceEntry } from './report-input.js';
import { successInterval } from './success-interval.js';

/** What a summary page shows besides the records. */
export interface SummaryInput {
  /** What was repeated, e.g. the name of the preset. */
  readonly title: string;
  /** Address of each run's own page relative to the summary, in the order of the records. */
  readonly reports?: readonly string[];
  readonly provenance: readonly ProvenanceEntry[];
}

interface Quantity {
  readonly label: string;
  readonly of: (record: RunRecord) => number | null | undefined;
}

const QUANTITIES: readonly Quantity[] = [
  { label: 'ω', of: ({ symmetry }) => symmetry.omega },
  { label: '|Re\u00a0λ| / |Im\u00a0λ|', of: ({ symmetry }) => symmetry.realToImaginary },
  { label: 'mean cosine', of: ({ symmetry }) => symmetry.meanCosine },
  { label: 'generator cross-entropy', of: ({ symmetry }) => symmetry.bce.generator },
  { label: 'invariance ratio', of: ({ symmetry }) => symmetry.invariance?.ratio },
  { label: 'reconstruction', of: ({ reconstruction }) => reconstruction.relativeMse },
  {
    label: 'lowest R²',
    of: ({ equations }) => (equations.r2.length > 0 ? Math.min(...equations.r2) : null),
  },
  {
    label: 'valid time',
    of: ({ forecast }) => (forecast.times.length > 0 ? forecast.validTime : null),
  },
];

/**
 * The page of a discovery that was repeated with several seeds: the success rate with its 95 %
 * interval, medians over the successful runs, how the others failed, and one row a seed.
 * One HTML file without scripts or links to elsewhere.
 */
export function renderSummaryReport(summary: SummaryInput, records: readonly RunRecord[]): string {
  const found = records.filter(({ status }) => status === 'discovered');
  const parts = [
    `<header>
<h1>Symmetry discovery over seeds: ${escapeHtml(summary.title)}</h1>
<p class="lead">The same discovery with ${records.length} seeds; a single success is not evidence.</p>
${banner(found.length, records)}
</header>`,
    section('medians', 'Medians', medians(found)),
    section('runs', 'Runs', runs(summary, records)),
    section('provenance', 'Provenance', provenance(summary.provenance)),
  ];
  return page(
    `${summary.title}: ${found.length} of ${records.length} discovered`,
    parts.filter(Boolean).join('\n'),
  );
}

function banner(found: number, records: readonly RunRecord[]): string {
  const total = records.length;
  const [low, high] = successInterval(found, total);
  const counts = new Map<Verdict, number>();
  for (const { status } of records) counts.set(status, (counts.get(status) ?? 0) + 1);
  counts.delete('discovered');
  const failures = Array.from(counts, ([status, count]) => `${count} × ${VERDICTS[status].name}`);
  const rate = total === 0 ? '' : ` (${percent(found / total)})`;
  const detail = `95 % interval of the success rate: ${percent(low)} to ${percent(high)}. `;
  return `<div class="verdict ${found > total / 2 ? 'good' : 'bad'}">
<strong>${escapeHtml(`Discovered in ${found} of ${total} runs${rate}.`)}</strong>
<p>${escapeHtml(total === 0 ? 'There are no runs.' : detail + (failures.length > 0 ? `Failed: ${failures.join(', ')}.` : 'No run failed.'))}</p>
</div>`;
}

function percent(fraction: number): string {
  return `${Math.round(100 * fraction)} %`;
}

function medians(found: readonly RunRecord[]): string {
  const items = QUANTITIES.map(({ label, of }) => ({
    label,
    values: found.map(of).filter((value): value is number => Number.isFinite(value)),
  })).filter(({ values }) => values.length > 0);
  if (items.length === 0) return '';
  const list = items.map(
    ({ label, values }) => `<li><span class="label">${escapeHtml(label)}</span>
<span class="value">${formatNumber(median(Float64Array.from(values)))}</span>
<span class="note">${formatNumber(Math.min(...values))} to ${formatNumber(Math.max(...values))} in ${values.length} successful ${values.length === 1 ? 'run' : 'runs'}</span></li>`,
  );
  return `<ul class="cards">\n${list.join('\n')}\n</ul>`;
}

function runs({ reports }: SummaryInput, records: readonly RunRecord[]): string {
  if (records.length === 0) return '';
  const heads = QUANTITIES.map(
    ({ label }) => `<th class="number" scope="col">${escapeHtml(label)}</th>`,
  );
  const rows = records.map((record, index) => runRow(record, reports?.[index]));
  return `<div class="panel"><table>
<thead><tr><th scope="col">seed</th><th scope="col">outcome</th>${heads.join('')}</tr></thead>
${rows.join('\n')}
</table></div>`;
}

function runRow(record: RunRecord, report: string | undefined): string {
  const seed = String(record.seed);
  const found = record.status === 'discovered';
  const link = report
    ? `<a href="${escapeHtml(relativeAddress(report))}">${escapeHtml(seed)}</a>`
    : escapeHtml(seed);
  const cells = QUANTITIES.map(({ of }) => `<td class="number">${formatNumber(of(record))}</td>`);
  const outcome = `${found ? '✓' : '✕'} ${VERDICTS[record.status].name}`;
  return `<tbody><tr class="main"><th scope="row">${link}</th>
<td class="outcome"><span class="${found ? 'good-text' : 'bad-text'}">${escapeHtml(outcome)}</span></td>
${cells.join('')}</tr>
<tr class="reason"><td></td><td colspan="${cells.length + 1}">${escapeHtml(record.reason)}</td></tr></tbody>`;
}

function relativeAddress(path: string): string {
  return `./${path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')}`;
}
