import type { RunRecord, Verdict } from '@noether/contracts';

import { escapeHtml } from './escape-html.js';

/** What each outcome is called and what it means, in plain words. */
export const VERDICTS: Readonly<
  Record<Verdict, { readonly name: string; readonly meaning: string }>
> = {
  discovered: {
    name: 'discovered',
    meaning: 'Transformed data cannot be told from data, and the transformation moves it.',
  },
  collapsed: {
    name: 'collapsed to the identity',
    meaning: 'The learned transformation does next to nothing, so it preserves everything.',
  },
  'discriminator-won': {
    name: 'discriminator won',
    meaning: 'Transformed data can still be told from data: the transformation is no symmetry.',
  },
  'rank-lost': {
    name: 'latent rank lost',
    meaning:
      'The latent points fill too few dimensions, or decoding them does not give the data back.',
  },
  'threshold-trap': {
    name: 'caught by the threshold',
    meaning: 'Thresholding removed entries of the generator early, and they never came back.',
  },
  unexplained: {
    name: 'motion unexplained',
    meaning: 'The equations leave too much of the data or of their motion unexplained.',
  },
  diverged: {
    name: 'diverged',
    meaning: 'The training or the values it gave were not finite.',
  },
};

/** The banner that opens a page: the verdict in one sentence, what it means, and the reason with numbers. */
export function verdictBanner(record: RunRecord, reading: string): string {
  const { status, reason } = record;
  const { name, meaning } = VERDICTS[status];
  const found = status === 'discovered';
  const wanted = record.sindyAutoencoder ? 'equations' : 'symmetry';
  const sentence = found ? `Discovered: ${reading}.` : `No ${wanted} discovered: ${name}.`;
  return `<div class="verdict ${found ? 'good' : 'bad'}">
<strong>${found ? '✓' : '✕'} ${escapeHtml(sentence)}</strong>
<p>${escapeHtml(found ? reason : `${meaning} ${reason}`)}</p>
</div>`;
}
