import type { ForecastComparison } from './compare-forecasts.js';
import type { CriterionResult, ExperimentResult } from './judge-experiment.js';
import { keptText } from './made-by.js';
import type { Reproduction } from './reproduce.js';
import { failureText, leftOutText, shown, verdictText } from './reproduction-text.js';

const STYLE = `:root{color-scheme:light dark;--line:#dde2e8;--muted:#556070;--good:#00664b;--bad:#9c3d00}
body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem}table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;color:var(--muted);padding:.5rem 0}
td,th{text-align:left;padding:.3rem .75rem;border-bottom:1px solid var(--line);vertical-align:top}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}thead th{color:var(--muted);font-size:.85rem}
.pass{color:var(--good)}.fail{color:var(--bad)}.note{color:var(--muted)}
@media(prefers-color-scheme:dark){:root{--line:#343c47;--muted:#a3adba;--good:#4fd1a5;--bad:#ff9d5c}}`;

/** The table as a page of its own, with links to the runs of each experiment and to the figures. */
export function reproductionPage({ quick, version, results, leftOut }: Reproduction): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Reproduction</title><style>${STYLE}</style></head><body><main>
<h1>The experiments of the papers</h1>
<p>${quick ? 'Quick: fewer seeds, small networks where the published ones take long.' : 'At the sizes of the presets.'}
“Reference” is what the papers, their code or what was released with it give. Written by Noether ${escaped(version)}. Figures: <a href="gallery.html">gallery</a>.</p>
${overview(results)}
${leftOut.map((name) => `<p class="note">${escaped(leftOutText(name))}</p>`).join('\n')}
${results.map((result) => section(result, version)).join('\n')}
</main></body></html>
`;
}

function overview(results: readonly ExperimentResult[]): string {
  const rows = results.map(
    (result) =>
      `<tr><td>${mark(result.pass)}</td><td><a href="#${result.preset}">${escaped(result.name)}</a></td><td>${verdictText(result)}</td><td class="n">${result.passed}/${result.runs}</td><td class="n">${versionsOf(result)}</td></tr>`,
  );
  const passed = results.filter(({ pass }) => pass).length;
  return `<table><caption>${passed} of ${results.length} experiments pass.</caption>
<thead><tr><th></th><th>experiment</th><th>verdicts</th><th class="n">seeds</th><th class="n">made by</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function mark(good: boolean): string {
  return good ? '<span class="pass">✓ pass</span>' : '<span class="fail">✗ fail</span>';
}

function versionsOf({ madeBy }: ExperimentResult): string {
  return escaped(madeBy.map(({ version }) => version ?? 'not recorded').join(', '));
}

function section(result: ExperimentResult, version: string): string {
  const { name, preset, reports, pass, passed, runs, criteria, failures, forecasts } = result;
  const missed = failures.map((failure) => {
    const { seed } = failure;
    const file = reports ? `seed-${seed}/report.html` : `seed-${seed}.json`;
    const rest = escaped(failureText(failure).slice(`seed ${seed}`.length));
    return `<li><a href="${preset}/${file}">seed ${seed}</a>${rest}</li>`;
  });
  const kept = keptText(result.madeBy, version);
  return `<section id="${preset}"><h2>${escaped(name)}: ${mark(pass)}, ${passed} of ${runs} seeds</h2>
${reports ? `<p>${verdictText(result)}. <a href="${preset}/summary.html">All runs</a></p>` : ''}
${kept ? `<p class="note">${escaped(kept)}</p>` : ''}
<table><thead><tr><th></th><th>asked</th><th class="n">median</th><th class="n">reference</th><th class="n">seeds</th></tr></thead>
<tbody>${criteria.map((row) => criterionRow(row, runs)).join('\n')}</tbody></table>
${missed.length > 0 ? `<ul>${missed.join('\n')}</ul>` : ''}
${forecasts ? forecastTable(forecasts) : ''}</section>`;
}

function criterionRow(row: CriterionResult, runs: number): string {
  const { id, asks, median, published = '', passed } = row;
  const seeds = `<span class="${passed === runs ? 'pass' : 'fail'}">${passed}/${runs}</span>`;
  return `<tr><td>${id}</td><td>${escaped(asks)}</td><td class="n">${shown(median)}</td><td class="n">${escaped(published)}</td><td class="n">${seeds}</td></tr>`;
}

function forecastTable({ horizon, modes, methods }: ForecastComparison): string {
  const rows = methods.map(({ method, meanSquare, validTime, runs }) => {
    const valid = validTime >= horizon ? `≥ ${shown(horizon)}` : shown(validTime);
    return `<tr><td>${escaped(method)}</td><td class="n">${shown(meanSquare)}</td><td class="n">${valid}</td><td class="n">${runs}</td></tr>`;
  });
  const reduced = modes
    ? ` Methods without an encoder work in ${modes} principal coordinates.`
    : '';
  return `<table><caption>Forecasts of the test data from their first states over ${shown(horizon)} time units, medians over the seeds.${reduced}</caption>
<thead><tr><th>method</th><th class="n">mean NRMSE²</th><th class="n">valid time</th><th class="n">seeds</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
