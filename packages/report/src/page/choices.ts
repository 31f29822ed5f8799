import type { DimensionRecord, GrowthRecord, RunRecord } from '@noether/contracts';
import { formatNumber, formatPercent } from '../format-number.js';
import { escapeHtml } from './escape-html.js';

/** What was chosen for the user, and why; empty when everything was given. */
export function choices({ latentDimension, generatorGrowth }: RunRecord): string {
  const parts = [
    latentDimension && dimensionTable(latentDimension),
    generatorGrowth && growthTable(generatorGrowth),
  ];
  return parts.filter(Boolean).join('\n');
}

function growthTable({ generators, clear, reason, trials }: GrowthRecord): string {
  const taken = trials.findLast((trial) => trial.generators === generators);
  const rows = trials.map((trial) => {
    const { generators: count, from, status, independent, closure } = trial;
    const origin =
      from === undefined ? '' : from === count ? ', trained on' : `, implied by ${from}`;
    const chosen = trial === taken ? ', chosen' : '';
    return `<tr><th scope="row">${count}${origin}${chosen}</th><td class="text">${escapeHtml(status)}</td><td class="number">${independent}</td><td class="number">${formatNumber(closure)}</td></tr>`;
  });
  return `<div class="panel"><table>
<caption>Generators: ${generators}${clear ? '' : ', not a clear choice'}. ${escapeHtml(reason)}</caption>
<thead><tr><th scope="col">generators</th><th scope="col">verdict</th><th class="number" scope="col">independent</th><th class="number" scope="col">closure</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

function dimensionTable(scan: DimensionRecord): string {
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
