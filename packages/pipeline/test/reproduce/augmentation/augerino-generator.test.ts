import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { selectEngine } from '@noether/compute';
import { windows } from '@noether/datasets';
import { expmBatch, mean, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { augerinoGenerator } from '../../../src/reproduce/augmentation/augerino-generator.js';
import { circles } from './circles.js';

const engine = await selectEngine('onnx-native');
const data = windows(circles(400, 'data'), { stride: 4 });

function generator(seed: number, mask: readonly number[], epochs: number): Promise<Float64Array> {
  const context = { random: randomStream(seed), observe: () => undefined };
  return augerinoGenerator(data, engine, { mask, epochs, batchSize: 50 }, context);
}

/** Mean cos(exp(wL) x, x) over directions x, w ~ N(0, 1). */
function meanCosine(generator: Float64Array): number {
  const random = randomStream('cosine');
  const cosines = Array.from({ length: 4000 }, () => {
    const w = random.normal();
    const angle = 2 * Math.PI * random.uniform();
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const g = expmBatch(
      generator.map((entry) => w * entry),
      2,
      1,
    );
    const moved = [g[0] * x + g[1] * y, g[2] * x + g[3] * y];
    return (moved[0] * x + moved[1] * y) / Math.hypot(...moved);
  });
  return mean(cosines);
}

test('what is learned off the diagonal turns points: far, and along the motion of the data', async () => {
  for (const seed of [4, 5]) {
    const learned = await generator(seed, [0, 1, 1, 0], 300);
    const [, upper, lower] = learned;
    // Of these generators only those of turns commute with the turn from x to y.
    assert.ok(Math.abs(upper + lower) < 0.1 * Math.abs(upper - lower), `${learned}`);
    // About exp(−ω²/2) of a turn, which begins at 0.98 for either seed.
    const cosine = meanCosine(learned);
    assert.ok(Math.abs(cosine) < 0.15, `${cosine}`);
  }
});

test('no discriminator holds it to the data: on the diagonal, where nothing keeps their radii, a stretch stays', async () => {
  const [a, b, c, d] = await generator(2, [1, 0, 0, 1], 300);
  close([b, c], [0, 0]);
  assert.ok(Math.min(Math.abs(a), Math.abs(d)) > 0.4, `${a}, ${d}`);
});

test.run();
