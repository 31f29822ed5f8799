import type { ActionRecord, RunRecord } from '@noether/contracts';
import { formatNumber, formatPercent } from '../format-number.js';
import { escapeHtml } from './escape-html.js';

const SENTENCES: Readonly<Record<ActionRecord['verdict'], string>> = {
  symmetry: 'Borne out',
  identity: 'Not borne out: hardly anything moves',
  'no-symmetry': 'Not borne out',
  'not-carried': 'Not borne out: the latent space is not the data',
};

/** What the action does to data that were held out, as a table; empty where it was not judged. */
export function action({ action: judged }: RunRecord): string {
  if (!judged) return '';
  const { identityError, compatibilityError, invertibilityError, movement } = judged;
  const { wasserstein, manifold, twoSample, control, harmonic, wave, planes, growth, variance } =
    judged;
  const rows: [string, ...string[]][] = [
    ['Sliced Wasserstein distance to other real windows', ...compared(wasserstein)],
    ['Distance to the nearest window learned from', ...compared(manifold)],
    ['Energy statistic', formatNumber(twoSample.statistic), '', formatNumber(control.statistic)],
    ['its p-value', formatNumber(twoSample.pValue), '', formatNumber(control.pValue)],
    ...(harmonic ? [unevenness(harmonic)] : []),
    ...(wave ? [latentRow('Wave of the radius along the orbits, ±', 2 * wave.amplitude)] : []),
    ...(planes ? [latentRow('Excess of the statistic in the worst plane', planes.excess)] : []),
    ...(typeof growth === 'number' ? [latentRow('Growth of the generators, e-folds', growth)] : []),
    ...(variance
      ? [latentRow('Largest change of a latent variance, logarithm', variance.logRatio)]
      : []),
    ['Movement, in shuffles', formatPercent(movement), '', ''],
    ['Identity error, of the variance', '', formatPercent(identityError), ''],
    ['Composition error g(hx) against (gh)x', formatPercent(compatibilityError), '', ''],
    ['Inversion error g⁻¹(gx) against x', formatPercent(invertibilityError), '', ''],
  ];
  const body = rows.map(([label, ...cells]) => {
    const numbers = cells.map((cell) => `<td class="number">${escapeHtml(cell)}</td>`);
    return `<tr><th scope="row">${escapeHtml(label)}</th>${numbers.join('')}</tr>`;
  });
  return `<div class="panel"><table>
<caption>${escapeHtml(`${SENTENCES[judged.verdict]}. ${judged.reason} Windows of states and displacements, in standard deviations; the discriminator has no part in it. ${RESOLUTION}`)}</caption>
<thead><tr><th scope="col">validation windows</th><th class="number" scope="col">transformed</th><th class="number" scope="col">autoencoder alone</th><th class="number" scope="col">real</th></tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function latentRow(label: string, value: number): [string, ...string[]] {
  return [label, formatNumber(value), '', ''];
}

function unevenness({
  amplitude,
  order,
}: NonNullable<ActionRecord['harmonic']>): [string, ...string[]] {
  const times = order === 1 ? 'once' : `${order} times`;
  return [
    `Density along the orbits, most uneven ${times} a turn`,
    '',
    '',
    formatPercent(2 * amplitude),
  ];
}

/** What no verdict can tell: docs/judging-a-discovery.md. */
const RESOLUTION =
  'A verdict is about the law of what was recorded, and sees differences of some size: a density along the orbits that is uneven by a third, a shift of all windows by a fifth of a standard deviation.';

function compared({ transformed, reconstructed, data }: ActionRecord['wasserstein']): string[] {
  return [transformed, reconstructed, data].map((value) => formatNumber(value));
}
