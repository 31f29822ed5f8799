import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import { instances, type Instance } from './compare.js';
import { drawn, real, type Drawn, type Operation } from './operation.js';
import { operations } from './operations.js';

/**
 * Cases whose first axis has no entry at all: of the element-wise operations, those whose inputs are
 * of one shape (tfjs-cpu itself cannot broadcast nothing), and what networks do with a batch.
 */
export function emptyInstances(random: RandomStream, times: number): Instance[] {
  const elementwise = instances(operations['element-wise'], random, times).flatMap((instance) => {
    const shapes = new Set(instance.inputs.map(({ shape }) => shape.join()));
    if (shapes.size > 1) return [];
    const inputs = instance.inputs.map((input) => ({
      ...input,
      shape: [0, ...input.shape.slice(1)],
    }));
    return [{ ...instance, inputs }];
  });
  return [...elementwise, ...instances(ofBatches, random, 1)];
}

type Apply = (...tensors: tf.Tensor[]) => tf.Tensor | tf.Tensor[];

function empty(name: string, apply: Apply, ...inputs: readonly Drawn[]): Operation {
  return drawn(`${name} of nothing`, () => ({ inputs, apply }));
}

const rows = real(0, 3);
const images = real(0, 4, 4, 2);

const ofBatches: readonly Operation[] = [
  empty('concat', (a, b) => tf.concat([a, b], 1), rows, real(0, 2)),
  empty('concat with rows', (a, b) => tf.concat([a, b], 0), rows, real(2, 3)),
  empty('stack', (a, b) => tf.stack([a, b], 1), rows, rows),
  empty('split', (x) => tf.split(x, 3, 1), rows),
  empty('unstack', (x) => tf.unstack(x, 1), rows),
  empty('reshape', (x) => tf.reshape(x, [6, 0]), real(0, 2, 3)),
  empty('expandDims', (x) => tf.expandDims(x, 0), rows),
  empty('squeeze', (x) => tf.squeeze(x), real(1, 0, 3)),
  empty('broadcastTo', (x) => tf.broadcastTo(x, [2, 0, 3]), rows),
  empty('tile', (x) => tf.tile(x, [1, 2]), rows),
  empty('transpose', (x) => tf.transpose(x), rows),
  empty('slice', (x) => tf.slice(x, [0, 1], [0, 2]), rows),
  empty('pad', (x) => tf.pad(x, [[0, 0], [1, 1]]), rows), // prettier-ignore
  empty('sum', (x) => tf.sum(x, 0), rows),
  empty('prod', (x) => tf.prod(x, 1), rows),
  empty('max', (x) => tf.max(x, 1), rows),
  empty('softmax', (x) => tf.softmax(x), rows),
  empty('dense layer', (x, w, b) => tf.relu(tf.add(tf.matMul(x, w), b)), rows, real(3, 2), real(2)),
  empty('conv2d', (x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, 'same'), images, real(3, 3, 2, 3)), // prettier-ignore
  empty('maxPool', (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'same'), images),
  empty('avgPool', (x) => tf.avgPool(x as tf.Tensor4D, 2, 2, 'same'), images),
];
