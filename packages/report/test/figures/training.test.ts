import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import type { EpochLosses } from '../../src/index.js';
import { drawFigure } from '../../src/draw-figure.js';
import { trainingFigure } from '../../src/figures/training.js';
import { exampleInput } from '../example-input.js';
import { svgTexts } from '../svg-texts.js';

const test = suite('trainingFigure');

async function texts(history: readonly EpochLosses[]): Promise<string[]> {
  const plan = trainingFigure({ ...exampleInput, history });
  assert.ok(plan);
  return svgTexts((await drawFigure(plan)).svg);
}

test('every recorded loss has a labelled curve, the cross-entropies their stand-off', async () => {
  const found = await texts(exampleInput.history);
  const curves = ['generator', 'real data', 'transformed data', 'ln 2', 'reconstruction', 'total'];
  for (const text of [
    ...curves,
    'cross-entropy [nat]',
    'cosine term',
    'rotation rate ω',
    'epoch',
  ]) {
    assert.ok(found.includes(text), text);
  }
});

test('a training without a discriminator shows its derivatives and terms, and says nothing of ln 2', async () => {
  const history = [1, 2, 3].map((epoch) => ({
    epoch,
    values: {
      total: 1 / epoch,
      dataDerivative: 2 / epoch,
      latentDerivative: 0.1,
      terms: 9 - epoch,
    },
  }));
  const found = await texts(history);
  for (const text of ['errors of the derivatives', 'dx/dt', 'dz/dt', 'terms']) {
    assert.ok(found.includes(text), text);
  }
  const plan = trainingFigure({ ...exampleInput, history });
  assert.not.match(plan?.caption ?? '', /ln 2/);
});

test('panels without values are left out', async () => {
  const history = [1, 2, 3].map((epoch) => ({ epoch, values: { reconstruction: 1 / epoch } }));
  const found = await texts(history);
  assert.ok(found.includes('loss') && found.includes('epoch'));
  assert.not.ok(found.includes('cross-entropy [nat]') || found.includes('rotation rate ω'));
});

test('a history that is empty or not finite gives no figure', () => {
  assert.is(trainingFigure({ ...exampleInput, history: [] }), null);
  const history = [1, 2].map((epoch) => ({ epoch, values: { generator: NaN, total: -1 } }));
  assert.is(trainingFigure({ ...exampleInput, history }), null);
});

test.run();
