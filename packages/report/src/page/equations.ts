import type { RunRecord } from '@noether/contracts';

import { formatNumber } from '../format-number.js';
import { equationHtml } from './equation-html.js';
import { escapeHtml } from './escape-html.js';

/** The equations of a run, set as formulas with their R², and their LaTeX source to copy. */
export function equations({ equations: { text, latex, r2 } }: RunRecord): string {
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
  return `<div class="panel">\n${lines.join('\n')}\n${source}</div>`;
}
