import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Summary } from '@noether/pipeline';
import { describeSummary } from '../../src/outcome/describe-summary.js';
import { plainStyle } from '../../src/style.js';

const summary: Summary = {
  kind: 'summary',
  preset: 'lotka-volterra',
  runs: 10,
  discovered: 8,
  successRate: 0.8,
  failures: { collapsed: [4], 'discriminator-won': [7, 9] },
  medians: {
    seconds: 70,
    omega: 3.25,
    realToImaginary: 0,
    meanCosine: 0.01,
    generatorBce: 0.8,
    invarianceRatio: 0.18,
    relativeMse: 0.00013,
    lowestR2: 0.971,
    validTime: 8.5,
  },
  rows: [],
};

test('a summary says the rate, names the failures and gives medians', () => {
  assert.equal(describeSummary(summary, plainStyle), [
    'discovered: 8 of 10 seeds (80 %)',
    '',
    'failures    collapsed: seed 4',
    '            discriminator-won: seeds 7, 9',
    'medians     omega 3.25, mean cosine 0.010',
    '            moves the conserved quantity by 18 % of a shuffle',
    '            relative MSE 0.00013, lowest R² 0.971, valid time 8.50',
    '            1 min 10 s a run',
  ]);
});

test('without a discovery there are no medians', () => {
  const lines = describeSummary(
    { ...summary, discovered: 0, successRate: 0, failures: {} },
    plainStyle,
  );
  assert.equal(lines, ['discovered: 0 of 10 seeds (0 %)', '', 'failures    none']);
});

test('a conserved quantity that is not known is not mentioned', () => {
  const medians = { ...summary.medians, invarianceRatio: null };
  assert.not.match(describeSummary({ ...summary, medians }, plainStyle).join('\n'), 'conserved');
});

test.run();
