import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import { bilinearSample, dropout, withGradient } from '../../src/index.js';
import { drawn, index, real, type Operation } from './operation.js';

type T3 = tf.Tensor3D;
type T4 = tf.Tensor4D;
type Padding = 'same' | 'valid' | number | [[0, 0], [number, number], [number, number], [0, 0]];

const pick = <T>(random: RandomStream, values: readonly T[]): T =>
  values[random.integer(values.length)];

/** Batch, height, width and channels; 1 among all of them. */
const sizes = (random: RandomStream, least = 5): [number, number, number, number] => [
  pick(random, [1, 2, 3]),
  least + random.integer(4),
  least + random.integer(4),
  pick(random, [1, 2, 3, 4]),
];

const paddings: Readonly<Record<string, Padding>> = {
  same: 'same',
  valid: 'valid',
  'a number': 1,
  explicit: [
    [0, 0],
    [2, 0],
    [1, 2],
    [0, 0],
  ],
};

const convolutions: readonly Operation[] = Object.entries(paddings).flatMap(([name, pad]) => [
  drawn(`conv2d, padding ${name}`, (random) => {
    const shape = sizes(random);
    const strides = pick<[number, number]>(random, [[1, 1], [2, 2], [1, 2], [3, 2]]);
    // For a number tfjs takes the width of the output from the height of the window.
    const kernel = pick(random, pad === 1 ? [[3, 3], [2, 2]] : [[1, 1], [3, 3], [2, 3], [3, 1]]);
    return {
      inputs: [real(...shape), real(...kernel, shape[3], pick(random, [1, 2, 5]))],
      apply: (x, filter) => tf.conv2d(x as T4, filter as T4, strides, pad),
    };
  }),
  drawn(`depthwiseConv2d, padding ${name}`, (random) => {
    const shape = sizes(random);
    const stride = 1 + random.integer(2);
    return {
      inputs: [real(...shape), real(3, pad === 1 ? 3 : 2, shape[3], pick(random, [1, 2]))],
      apply: (x, filter) => tf.depthwiseConv2d(x as T4, filter as T4, stride, pad as 'same'),
    };
  }),
  drawn(`conv2d dilated, padding ${name}`, (random) => {
    const shape = sizes(random, 7);
    return {
      inputs: [real(...shape), real(3, 3, shape[3], 2)],
      apply: (x, filter) => tf.conv2d(x as T4, filter as T4, 1, pad, 'NHWC', pad === 1 ? 2 : [2, 1]),
    };
  }, false),
]); // prettier-ignore

const transposed: readonly Operation[] = (['same', 'valid'] as const).flatMap((pad) => [
  drawn(`conv2dTranspose, padding ${pad}`, (random) => {
    const [batch, , , channels] = sizes(random);
    const stride = 1 + random.integer(2);
    const outputs = pick(random, [1, 2, 3]);
    const outer = [6, 5].map((extent) => pad === 'same' ? extent * stride : (extent - 1) * stride + 3);
    return {
      inputs: [real(batch, 6, 5, channels), real(3, 3, outputs, channels)],
      apply: (x, filter) =>
        tf.conv2dTranspose(x as T4, filter as T4, [batch, outer[0], outer[1], outputs], stride, pad),
    };
  }),
  drawn(`conv1d, padding ${pad}`, (random) => {
    const [batch, length, , channels] = sizes(random);
    const stride = 1 + random.integer(2);
    return {
      inputs: [real(batch, length, channels), real(3, channels, 4)],
      apply: (x, filter) => tf.conv1d(x as T3, filter as T3, stride, pad),
    };
  }),
]); // prettier-ignore

const pools: readonly Operation[] = (['same', 'valid'] as const).flatMap((pad) => [
  drawn(`maxPool, padding ${pad}`, (random) => {
    const size = 1 + random.integer(3);
    const stride = 1 + random.integer(3);
    return {
      inputs: [real(...sizes(random))],
      apply: (x) => tf.maxPool(x as T4, size, stride, pad),
    };
  }),
  drawn(`maxPool of equals, padding ${pad}`, (random) => {
    const stride = 1 + random.integer(2);
    return {
      inputs: [{ shape: sizes(random), low: 1, high: 1 }],
      apply: (x) => tf.maxPool(x as T4, 2, stride, pad),
    };
  }),
  drawn(`avgPool, padding ${pad}`, (random) => {
    const size = 1 + random.integer(3);
    const stride = 1 + random.integer(3);
    return {
      inputs: [real(...sizes(random))],
      apply: (x) => tf.avgPool(x as T4, size, stride, pad),
      reference: (x) => meansOfWindows(x as T4, size, stride, pad),
    };
  }),
]); // prettier-ignore

/** Average pooling, as sums over counts: tfjs-cpu's own gradient is wrong at a padded border. */
function meansOfWindows(x: T4, size: number, stride: number, pad: 'same' | 'valid'): tf.Tensor {
  const filter = tf.ones([size, size, x.shape[3], 1]) as T4;
  const sums = (of: T4): tf.Tensor => tf.depthwiseConv2d(of, filter, stride, pad);
  return tf.div(sums(x), sums(tf.onesLike(x)));
}

/** The whole numbers n, with the gradient of x. */
const standIn = withGradient<[tf.Tensor, tf.Tensor], tf.Tensor>(
  (_, n) => tf.add(n, 0),
  (dy) => [dy, tf.zerosLike(dy)],
);

const halving: readonly Operation[] = ([[2, 2], [1, 2]] as const).flatMap(([rows, columns]) =>
  [true, false].map((even) =>
    drawn(`maxPool of whole numbers, ${rows} × ${columns}, ${even ? 'even' : 'odd'} width`, (random) => {
      const [batch, height, width, channels] = sizes(random, 1);
      const shape = [batch, rows * height, 2 * width + (even ? 0 : 1), channels];
      return {
        inputs: [real(...shape), index(3, ...shape)],
        apply: (x, n) => {
          const values = standIn(x, tf.cast(n, 'float32')) as T4;
          return tf.maxPool(values, [rows, columns], [rows, columns], 'valid');
        },
      };
    }))); // prettier-ignore

const resizing: readonly Operation[] = ['resizeBilinear', 'resizeNearestNeighbor'].flatMap((name) => {
  const resize = tf.image[name as 'resizeBilinear'];
  return [false, true].map((aligned) => {
    const how = aligned ? ' with aligned corners' : '';
    return drawn(`${name}${how}`, (random) => {
      const [batch, extent, , channels] = sizes(random, 2);
      const size: [number, number] = [1 + random.integer(9), 1 + random.integer(9)];
      // tfjs' gradient of resizeBilinear confuses height and width of the input.
      return {
        inputs: [real(batch, extent, extent, channels)],
        apply: (x) => resize(x as T4, size, aligned),
      };
      // … and that of resizeNearestNeighbor confuses the images of a batch.
    }, name === 'resizeBilinear');
  }).concat(drawn(`${name} with half pixels`, (random) => {
    const size: [number, number] = [1 + random.integer(9), 1 + random.integer(9)];
    return { inputs: [real(...sizes(random, 2))], apply: (x) => resize(x as T4, size, false, true) };
  }, false));
}); // prettier-ignore

/** A small network, in which layouts go through everything that stands between convolutions. */
const networks: readonly Operation[] = [
  drawn('convolutional network', (random) => {
    const [batch, height, width, channels] = sizes(random, 6);
    return {
      inputs: [
        real(batch, height, width, channels),
        real(3, 3, channels, 4),
        real(4),
        real(3, 3, 4, 4),
        real(1, width, 4),
      ],
      apply: (x, first, bias, second, map) => {
        const hidden = tf.relu(tf.add(tf.conv2d(x as T4, first as T4, 1, 'same'), bias));
        const { mean, variance } = tf.moments(hidden, [1, 2], true);
        const normal = tf.div(tf.sub(hidden, mean), tf.sqrt(tf.add(variance, 0.1)));
        const masked = tf.mul(normal, tf.step(tf.sub(normal, map), 0.3));
        const sum = tf.add(tf.conv2d(masked as T4, second as T4, 1, 'same'), tf.mul(hidden, map));
        return [tf.mean(tf.maxPool(sum as T4, 2, 2, 'valid'), [0, 3]), tf.sum(sum, 3, true)];
      },
    };
  }),
  drawn('one-dimensional network', (random) => {
    const [batch, length, , channels] = sizes(random, 8);
    return {
      inputs: [real(batch, length, channels), real(3, channels, 4), real(4), real(3, 4, 1)],
      apply: (x, first, bias, second) => {
        const hidden = tf.tanh(tf.add(tf.conv1d(x as T3, first as T3, 1, 'same'), bias));
        const pooled = tf.pool(tf.expandDims(hidden, 2) as T4, [2, 1], 'max', 'valid', 1, [2, 1]);
        return tf.conv1d(tf.squeeze(pooled, [2]) as T3, second as T3, 1, 'same').flatten();
      },
    };
  }),
  ...(['linear', 'relu', 'sigmoid'] as const).map((activation) =>
    drawn(`fused.conv2d ${activation}`, (random) => {
      const shape = sizes(random);
      return {
        inputs: [real(...shape), real(3, 3, shape[3], 2), real(2)],
        apply: (x, filter, bias) =>
          tf.fused.conv2d({ x: x as T4, filter: filter as T4, bias, strides: 1, pad: 'same', activation }),
      };
    }, activation !== 'sigmoid')),
]; // prettier-ignore

const sampling: readonly Operation[] = [
  drawn('bilinearSample', (random) => {
    const [batch, height, width, channels] = sizes(random, 1);
    const places = { shape: [batch, 6, 2], low: -1.3, high: 5.7 };
    return {
      inputs: [real(batch, height, width, channels), places],
      apply: (images, at) => bilinearSample(images as T4, at as T3),
    };
  }),
  drawn('dropout with noise', (random) => {
    const shape = sizes(random);
    return {
      inputs: [real(...shape), { shape, low: 0, high: 1 }],
      apply: (x, noise) => tf.add(dropout(x, noise, 0.4), tf.mul(noise, 0)),
    };
  }),
];

/** Operations on images and signals. */
export const imageOperations: readonly Operation[] = [
  ...convolutions,
  ...transposed,
  ...pools,
  ...halving,
  ...resizing,
  ...networks,
  ...sampling,
];
