import { forecastMethodNames, inMethodOrder, type RunRecord } from '@noether/contracts';

import { formatNumber } from '../format-number.js';
import { equationHtml } from './equation-html.js';
import { escapeHtml } from './escape-html.js';

/**
 * The equations of a run, set as formulas with their R², their LaTeX source to copy, and the equations that other
 * methods of the forecast found.
 */
export function equations({ equations: { text, latex, r2 }, forecast }: RunRecord): string {
  if (text.length === 0) return '';
  const lines = text.map(
    (line, index) => `<div class="equation"><span>${equationHtml(line)}</span>
<span class="fit">R² = ${formatNumber(r2[index])}</span></div>`,
  );
  const source =
    latex.length === 0
      ? ''
      : `<details><summary>LaTeX source</summary>
<pre><code>${escapeHtml(latex.join(' \\\\\n'))}</code></pre></details>`;
  return `<div class="panel">\n${lines.join('\n')}\n${source}${others(forecast)}</div>`;
}

function others({ baselines }: RunRecord['forecast']): string {
  const found = inMethodOrder(Object.keys(baselines)).flatMap((name) => {
    const lines = baselines[name].equations;
    if (!lines) return [];
    const set = lines.map(
      (line) => `<div class="equation"><span>${equationHtml(line)}</span></div>`,
    );
    return `<h3>${escapeHtml(forecastMethodNames[name] ?? name)}</h3>\n${set.join('\n')}`;
  });
  if (found.length === 0) return '';
  return `<details><summary>Equations of other methods</summary>\n${found.join('\n')}</details>`;
}
