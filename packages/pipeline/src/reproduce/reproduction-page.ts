import type { ExperimentResult } from './judge-experiment.js';
import type { Reproduction } from './reproduce.js';
import { shown } from './reproduction-text.js';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .75rem;border-bottom:1px solid #ddd}
td.n{text-align:right;font-variant-numeric:tabular-nums}.pass{color:#17692c}.fail{color:#a11}`;

/** The table as a page of its own, with a link to the runs of each experiment. */
export function reproductionPage({ quick, results }: Reproduction): string {
  const folder = quick ? 'quick' : 'full';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Reproduction</title><style>${STYLE}</style>
<h1>The experiments of the papers</h1>
<p>${quick ? 'Quick: fewer seeds, small networks where the published ones take long.' : 'At the sizes of the presets.'}</p>
${results.map((result) => section(result, folder)).join('\n')}
</html>
`;
}

function section(result: ExperimentResult, folder: string): string {
  const { name, preset, reports, pass, passed, runs, criteria, failures } = result;
  const rows = criteria.map(
    (row) =>
      `<tr><td>${row.id}</td><td>${escaped(row.asks)}</td><td class="n">${shown(row.median)}</td><td class="n">${row.passed}/${runs}</td></tr>`,
  );
  const missed = failures.map(({ seed, status, missed: ids }) => {
    const file = reports ? `seed-${seed}/report.html` : `seed-${seed}.json`;
    const how = `${status ? `${status}, ` : ''}misses ${ids.join(', ')}`;
    return `<li><a href="${folder}/${preset}/${file}">seed ${seed}</a>: ${how}</li>`;
  });
  return `<h2 class="${pass ? 'pass' : 'fail'}">${pass ? '✓' : '✗'} ${escaped(name)}: ${passed} of ${runs} seeds</h2>
${reports ? `<p><a href="${folder}/${preset}/summary.html">all runs</a></p>\n` : ''}<table><tr><th></th><th>asked</th><th>median</th><th>seeds</th></tr>${rows.join('')}</table>
${missed.length > 0 ? `<ul>${missed.join('')}</ul>` : ''}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
