import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import {
  chain,
  conv2d,
  convTranspose2d,
  dense,
  heStart,
  relu,
  type AnyLayer,
} from '../../src/index.js';
import { onCpu } from '../support/on-cpu.js';
import { rejection } from '../support/rejection.js';

const same = (layer: AnyLayer): AnyLayer => layer;

/** Ten dense layers; six convolutions; three doublings of images: layers, numbers summed over, input. */
const DEEP: Readonly<
  Record<string, [layer: (name: string) => AnyLayer, count: number, fanIn: number, shape: number[]]>
> = {
  dense: [(name) => dense(name, 128, 128), 10, 128, [64, 128]],
  'a convolution': [
    (name) => conv2d(name, { inputs: 24, outputs: 24, padding: 'valid' }),
    6,
    9 * 24,
    [4, 16, 16, 24],
  ],
  'a transposed convolution': [
    (name) => convTranspose2d(name, { inputs: 32, outputs: 32 }),
    3,
    (9 / 4) * 32,
    [4, 4, 4, 32],
  ],
};

/** Mean square of what `count` layers with ReLU make of normal numbers. */
async function meanSquare(
  [layer, count, , shape]: (typeof DEEP)[string],
  start: (layer: AnyLayer) => AnyLayer,
): Promise<number> {
  const deep = chain(
    Array.from({ length: count }, (_, at) => [start(layer(`l${at}`)), relu]).flat(),
  );
  const random = randomStream('deep');
  const size = shape.reduce((product, extent) => product * extent, 1);
  const given = Object.fromEntries(
    Object.entries(deep.parameters).map(([name, spec]) => [
      name,
      { shape: spec.shape, data: spec.initial(random.split(name)) },
    ]),
  );
  const x = { shape, data: random.fillNormal(new Float32Array(size)) };
  const { square } = await onCpu(
    ({ x: input, ...parameters }) => {
      const scope = { parameters, state: {}, nextState: {}, training: true };
      return { square: tf.mean(tf.square(deep.apply(input as tf.Tensor2D, scope))) };
    },
    { x, ...given },
  );
  return square[0];
}

for (const [name, deep] of Object.entries(DEEP)) {
  test(`${name} with ReLU, many times: signals keep their scale, which PyTorch's start loses`, async () => {
    const kept = await meanSquare(deep, (layer) => heStart(layer, deep[2]));
    assert.ok(kept > 0.25 && kept < 2, String(kept));
    const lost = await meanSquare(deep, same);
    assert.ok(lost < 0.1 * kept, `${lost} against ${kept}`);
  });
}

test('weights have the variance 2/fanIn and mean 0, biases are 0', () => {
  const { parameters } = heStart(dense('l', 300, 200), 300);
  const [weights, biases] = ['l.weight', 'l.bias'].map((name) =>
    parameters[name].initial(randomStream(1)),
  );
  const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length;
  const square = weights.reduce((sum, value) => sum + value * value, 0) / weights.length;
  assert.ok(Math.abs(mean) < 1e-3, String(mean));
  assert.ok(Math.abs(square * 150 - 1) < 0.02, String(square * 150));
  assert.equal(biases, new Float32Array(200));
});

test('a sum over nothing is refused', async () => {
  assert.match(
    (await rejection(() => heStart(dense('l', 1, 1), 0))).message,
    /^fanIn is 0; .*positive/,
  );
});

test.run();
