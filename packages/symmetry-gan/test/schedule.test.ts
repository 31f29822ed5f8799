import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { learningRateFactor } from '@noether/symmetry-gan';

test('full rate until hold, then half a cosine to final', () => {
  const schedule = { hold: 0.4, final: 0.2 };
  const at = (progress: number): number => learningRateFactor(progress, schedule);
  close([0, 0.4, 0.55, 0.7, 0.85, 1].map(at), [1, 1, 0.882843, 0.6, 0.317157, 0.2], { atol: 1e-6 });
  for (let progress = 0.4; progress < 0.99; progress += 0.01) {
    assert.ok(at(progress + 0.01) < at(progress));
  }
});

test('hold 1 and final 1 never lower the rate', () => {
  for (const progress of [0, 0.5, 1]) {
    assert.is(learningRateFactor(progress, { hold: 1, final: 0 }), 1);
    assert.is(learningRateFactor(progress, { hold: 0, final: 1 }), 1);
  }
});

test.run();
