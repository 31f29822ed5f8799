import type { RunRecord, SindyAutoencoderScore } from '@noether/contracts';

import { formatNumber, formatPercent } from '../format-number.js';
import { forecastMethods } from '../forecast-methods.js';
import { escapeHtml } from './escape-html.js';

interface Card {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The headline numbers of a run, each with what it should be compared to. */
export function cards(record: RunRecord, timeUnit?: string): string {
  const own = record.sindyAutoencoder ? sindyCards(record.sindyAutoencoder) : symmetryCards(record);
  const items = [...own, ...modelCards(record, timeUnit)].map(
    ({ label, value, note }) => `<li><span class="label">${escapeHtml(label)}</span>
<span class="value">${escapeHtml(value)}</span>
<span class="note">${escapeHtml(note)}</span></li>`,
  );
  return `<ul class="cards">\n${items.join('\n')}\n</ul>`;
}

function symmetryCards({ symmetry }: RunRecord): Card[] {
  const { bce, invariance, quadraticForm } = symmetry;
  const list: Card[] = [
    { label: 'Rotation rate ω', value: formatNumber(symmetry.omega), note: 'largest |Im λ|' },
    {
      label: '|Re λ| / |Im λ|',
      value: symmetry.realToImaginary === null ? '∞' : formatNumber(symmetry.realToImaginary),
      note: '0 for a pure rotation',
    },
    {
      label: 'Mean cosine of g·z and z',
      value: formatNumber(symmetry.meanCosine),
      note: 'near 1 means that nothing moves',
    },
    {
      label: 'Generator cross-entropy',
      value: formatNumber(bce.generator),
      note: `discriminator ${formatNumber(bce.real)} on data, ${formatNumber(bce.fake)} on transformed data; ln\u00a02 = 0.693 is a stand-off`,
    },
  ];
  if (invariance) {
    list.push({
      label: 'Invariance ratio',
      value: formatPercent(invariance.ratio),
      note: `change of the conserved quantity under g over chance; by the autoencoder alone ${formatPercent(invariance.reconstructed / invariance.shuffled)}`,
    });
  } else if (quadraticForm) {
    list.push({
      label: 'Invariant form',
      value: formatNumber(quadraticForm.betweenToWithin),
      note: `spread of zᵀSz between trajectories over within; it varies ${formatPercent(quadraticForm.within)} within`,
    });
  }
  return list;
}

function sindyCards({ terms, unexplained }: SindyAutoencoderScore): Card[] {
  return [
    { label: 'Terms of the equations', value: String(terms), note: 'of all equations together' },
    {
      label: 'dz/dt unexplained',
      value: formatNumber(unexplained.latentDerivative),
      note: 'mean square error over mean square, validation data',
    },
    {
      label: 'dx/dt unexplained',
      value: formatNumber(unexplained.dataDerivative),
      note: 'by the equations through the decoder',
    },
  ];
}

function modelCards({ reconstruction, equations, forecast }: RunRecord, timeUnit?: string): Card[] {
  const list: Card[] = [
    {
      label: 'Reconstruction error',
      value: formatNumber(reconstruction.relativeMse),
      note: 'mean square error over mean square, validation data',
    },
  ];
  if (equations.r2.length > 0) {
    list.push({
      label: 'R² of the equations',
      value: formatNumber(Math.min(...equations.r2)),
      note: equations.r2.length > 1 ? `the lowest of ${equations.r2.length}` : 'on the latent data',
    });
  }
  if (forecast.times.length > 0) {
    const [own, ...others] = forecastMethods(forecast).filter(
      ({ score }) => score !== forecast.floor,
    );
    const [best] = others.sort((a, b) => b.score.validTime - a.score.validTime);
    list.push({
      label: `Valid forecast time${timeUnit ? ` [${timeUnit}]` : ''}`,
      value: formatNumber(own.score.validTime),
      note: best
        ? `the best other method, ${best.label}: ${formatNumber(best.score.validTime)}`
        : '',
    });
  }
  return list;
}
