import type { RunRecord } from '@noether/contracts';

import { formatNumber } from '../format-number.js';
import { escapeHtml } from './escape-html.js';

/** What the generators span together: its name, closure, Killing signature and a sparse basis. */
export function algebra({ symmetry }: RunRecord): string {
  const found = symmetry.algebra;
  if (!found) return '';
  const { sentence, name, dimension, closure, error, signature, basis } = found;
  const [positive, negative, zero] = signature;
  const rows = [
    ['Algebra', name ?? 'none that is known'],
    ['Dimension', String(dimension)],
    ['Brackets leave the span by', formatNumber(closure)],
    ...(error === null ? [] : [['Entries explained to', formatNumber(error)]]),
    ['Killing form', `${positive} positive, ${negative} negative, ${zero} zero`],
  ].map(
    ([label, value]) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td class="text">${escapeHtml(value)}</td></tr>`,
  );
  const matrices = basis.map((matrix, index) => {
    const lines = matrix.map((row) => row.map((entry) => formatNumber(entry)).join('  '));
    return `<pre aria-label="basis matrix ${index + 1}">${escapeHtml(lines.join('\n'))}</pre>`;
  });
  return `<div class="panel"><table>
<caption>${escapeHtml(sentence)}</caption>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<details><summary>A basis with many zeros</summary>
${matrices.join('\n')}
</details></div>`;
}
