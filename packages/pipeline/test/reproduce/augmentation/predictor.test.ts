import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { selectEngine } from '@noether/compute';
import type { Context } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { identityPool } from '../../../src/reproduce/augmentation/element-pool.js';
import {
  predictionError,
  type PredictionError,
} from '../../../src/reproduce/augmentation/predictor.js';
import { sequencesOf } from '../../../src/reproduce/augmentation/sequences.js';
import { circles } from './circles.js';

const context = (): Context => ({ random: randomStream(1), observe: () => undefined });

test('sequences are all runs of neighbouring states, cut in the middle', () => {
  const { items } = circles(2, 'two');
  const { before, after } = sequencesOf(circles(2, 'two'), 2);
  assert.is(before.length, 2 * 3 * 4);
  close([...before.subarray(4, 8)], [...items[0].states.subarray(2, 6)], { rtol: 1e-6 });
  close([...after.subarray(4, 8)], [...items[0].states.subarray(6, 10)], { rtol: 1e-6 });
});

test('a predictor learns with a symmetry, and cannot when predictions are not turned back', async () => {
  const engine = await selectEngine('tfjs');
  const data = {
    train: sequencesOf(circles(80, 'train'), 2),
    test: sequencesOf(circles(20, 'test'), 2),
    engine,
  };
  const elements = Float64Array.of(1, 0, 0, 1, 0, -1, 1, 0);
  const undone = Float64Array.of(1, 0, 0, 1, 0, 1, -1, 0);
  const left = Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1);
  const options = { epochs: 20, batchSize: 48, learningRate: 0.01, final: 0.1 };
  const errorWith = (inverses: Float64Array): Promise<PredictionError> =>
    predictionError(data, { dimension: 2, elements, inverses }, options, context());
  const right = await errorWith(undone);
  assert.ok(right.mean < 0.02, `error ${right.mean} of a variance of 1.2`);
  assert.ok(right.alone < 0.02 && right.alone !== right.mean, `f(x) alone ${right.alone}`);
  assert.equal(await errorWith(undone), right, 'the same seed, the same error');
  const wrong = await errorWith(left);
  assert.ok(wrong.mean > 0.2, `${wrong.mean} when predictions are not turned back`);
  const { mean, alone } = await predictionError(data, identityPool(2), options, context());
  close([mean], [alone], { rtol: 1e-6 });
});

test.run();
