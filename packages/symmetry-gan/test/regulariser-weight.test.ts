import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import type { SymmetryOptions } from '@noether/symmetry-gan';
import { RegulariserWeight } from '../src/regulariser-weight.js';
import { tinyOptions } from './tiny-run.js';

const weights = { reconstruction: 1, adversarial: 1, regulariser: 0.5, channels: 0 };
const weightOf = (regulariser: SymmetryOptions['regulariser']): RegulariserWeight =>
  new RegulariserWeight(tinyOptions({ weights, regulariser }));

test('the weight is what is written, until the share after which it is dropped', () => {
  const weight = weightOf({ kind: 'norm', until: 0.25 });
  assert.equal(
    [0, 0.24, 0.25, 1].map((progress) => weight.at(progress)),
    [0.5, 0.5, 0, 0],
  );
  const lasting = weightOf({ kind: 'cosine', centred: true });
  lasting.follow(1);
  assert.equal(
    [0, 0.99].map((progress) => lasting.at(progress)),
    [0.5, 0.5],
  );
});

test('an adaptive weight grows while g does nothing, shrinks back when it does, and never below what is written', () => {
  const weight = weightOf({ kind: 'cosine', centred: true, adaptive: true });
  for (let step = 0; step < 100; step++) weight.follow(-1);
  close(weight.at(0), 0.5 * Math.exp(0.9), { rtol: 1e-12 });
  for (let step = 0; step < 300; step++) weight.follow(0);
  close(weight.at(0), 0.5 * Math.exp(0.6), { rtol: 1e-12 });
  for (let step = 0; step < 1000; step++) weight.follow(0);
  assert.is(weight.at(0), 0.5);
  for (let step = 0; step < 10_000; step++) weight.follow(1);
  close(weight.at(0), 500, { rtol: 1e-12 });
});

test('a cosine that is not finite is not followed, and a stored logarithm is the same weight', () => {
  const weight = weightOf({ kind: 'cosine', centred: true, adaptive: true });
  weight.follow(1);
  weight.follow(NaN);
  const again = weightOf({ kind: 'cosine', centred: true, adaptive: true });
  again.logarithm = weight.logarithm;
  assert.is(again.at(0), weight.at(0));
  assert.ok(again.at(0) > 0.5);
});

test.run();
