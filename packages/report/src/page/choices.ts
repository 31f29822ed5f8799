import type { RunRecord } from '@noether/contracts';
import { formatPercent } from '../format-number.js';
import { escapeHtml } from './escape-html.js';

/** What was chosen for the user, and why; empty when everything was given. */
export function choices({ latentDimension: scan }: RunRecord): string {
  if (!scan) return '';
  const rows = scan.rows.map(({ dimension, error, worst, linearError, rank }) => {
    const cells = [formatPercent(error), formatPercent(worst), formatPercent(linearError)];
    const numbers = [...cells, rank.toFixed(2)].map((cell) => `<td class="number">${cell}</td>`);
    return `<tr><th scope="row">${dimension}${dimension === scan.dimension ? ', chosen' : ''}</th>${numbers.join('')}</tr>`;
  });
  return `<div class="panel"><table>
<caption>Latent dimension ${scan.dimension}${scan.clear ? '' : ', not a clear choice'}. ${escapeHtml(scan.reason)} Errors are of states held out, as shares of their variance.</caption>
<thead><tr><th scope="col">dimension</th><th class="number" scope="col">error</th><th class="number" scope="col">worst hundredth</th><th class="number" scope="col">principal components</th><th class="number" scope="col">effective rank</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}
