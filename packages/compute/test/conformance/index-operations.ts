import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import { along, anyShape, drawn, index, real, unary, type Operation } from './operation.js';

type T1 = tf.Tensor1D;

const one = (
  name: string,
  apply: (x: tf.Tensor, random: RandomStream) => tf.Tensor | tf.Tensor[],
  least = 1,
  gradient = true,
  most = 4,
): Operation =>
  drawn(
    name,
    (random) => {
      const shape = anyShape(random, least, most);
      const choices = random.split('choices');
      return { inputs: [real(...shape)], apply: (x) => apply(x, choices.split('each')) };
    },
    gradient,
  );

const several = (
  name: string,
  apply: (tensors: tf.Tensor[], axis: number) => tf.Tensor,
  grow: boolean,
): Operation =>
  drawn(name, (random) => {
    const shape = anyShape(random, 1, 3);
    const axis = random.integer(shape.length);
    const extents = grow ? [1, 2, 3] : [shape[axis], shape[axis], shape[axis]];
    return {
      inputs: extents.map((extent) =>
        real(...shape.map((old, at) => (at === axis ? extent : old))),
      ),
      apply: (...tensors) => apply(tensors, axis),
    };
  });

/** Half of an axis, from its middle backwards or forwards. */
const part = (x: tf.Tensor, random: RandomStream): { begin: number[]; size: number[] } => {
  const begin = x.shape.map((extent) => random.integer(extent));
  const size = x.shape.map((extent, axis) => 1 + random.integer(extent - begin[axis]));
  return { begin, size };
};

const moving: readonly Operation[] = [
  // tfjs has gradients of tile up to rank 4.
  one('broadcastTo', (x) => tf.broadcastTo(x, [2, ...x.shape]), 1, true, 3),
  one('broadcast scalar reshaped', (x) =>
    tf.mul(x, tf.reshape(tf.broadcastTo(tf.sum(x), [...x.shape, 1]), x.shape)), 1, true, 3),
  several('concat', (tensors, axis) => tf.concat(tensors, axis), true),
  several('concat from behind', (tensors) => tf.concat(tensors, -1), false),
  one('expandDims', (x, random) => tf.expandDims(x, random.integer(x.rank + 1) - 1)),
  one('fill', (x) => tf.mul(x, tf.fill(x.shape, 2.5))),
  one('flatten', (x) => x.flatten()),
  one('mirrorPad reflect', (x) => tf.mirrorPad(tf.tile(x, x.shape.map(() => 2)), x.shape.map(() => [1, 0]), 'reflect'), 1, false),
  one('mirrorPad symmetric', (x) => tf.mirrorPad(x, x.shape.map(() => [1, 1]), 'symmetric'), 1, false),
  one('pad', (x, random) => tf.pad(x, x.shape.map(() => [random.integer(3), random.integer(2)]), -1.5)),
  one('reshape', (x) => tf.reshape(x, [1, -1])),
  one('reverse', (x, random) => tf.reverse(x, random.integer(x.rank))),
  one('reverse of all axes', (x) => tf.reverse(x)),
  one('reverse from behind', (x) => tf.reverse(x, [-1])),
  one('slice', (x, random) => {
    const { begin, size } = part(x, random);
    return tf.slice(x, begin, size);
  }),
  one('slice from a number', (x) => tf.slice(x, x.shape[0] > 1 ? 1 : 0)),
  one('slice of a number', (x) => tf.slice(x, 0, 1)),
  one('split', (x) => tf.split(tf.concat([x, x], 0), 2, 0)),
  one('split in sizes', (x) => tf.split(tf.concat([x, x, x], -1), [x.shape[x.rank - 1], -1], x.rank - 1)),
  one('squeeze', (x) => tf.squeeze(tf.expandDims(x, 1), [1])),
  several('stack', (tensors, axis) => tf.stack(tensors, axis), false),
  one('stridedSlice', (x) => tf.stridedSlice(x, x.shape.map(() => 0), [...x.shape], x.shape.map(() => 2)), 1, false),
  one('stridedSlice backwards', (x) => tf.stridedSlice(x, [-1], [0], [-1], 0, 1), 1, false),
  one('stridedSlice masked', (x) => tf.stridedSlice(x, [0, 0], [1, 9], [1, 1], 0, 2, 0, 0, 1), 2, false),
  one('tile', (x, random) => tf.tile(x, x.shape.map(() => 1 + random.integer(3)))),
  one('tile of ones', (x) => tf.tile(tf.sum(x, 0, true), x.shape.map((extent, axis) => (axis === 0 ? extent : 1)))),
  one('transpose', (x) => tf.transpose(x), 2),
  one('transpose permuted', (x, random) => tf.transpose(x, [...random.permutation(x.rank)])),
  one('unstack', (x) => tf.unstack(tf.tile(x, x.shape.map(() => 2)), x.rank - 1)),
]; // prettier-ignore

const choosing: readonly Operation[] = [
  drawn('gather', (random) => {
    const shape = anyShape(random, 1, 3);
    const axis = random.integer(shape.length);
    return {
      inputs: [real(...shape), index(shape[axis], ...anyShape(random, 1, 1))],
      apply: (x, indices) => tf.gather(x, indices as T1, axis),
    };
  }),
  drawn('gather of batches', () => ({
    inputs: [real(3, 4, 2), index(4, 3, 5)],
    apply: (x, indices) => tf.gather(x, indices, 1, 1),
  }), false),
  drawn('gatherND', () => ({
    inputs: [real(3, 3, 2), index(3, 4, 2)],
    apply: (x, indices) => tf.gatherND(x, indices),
  }), false),
  drawn('scatterND', () => ({
    inputs: [real(6, 2), index(4, 6, 1)],
    apply: (updates, indices) => tf.scatterND(indices, updates, [4, 2]),
  }), false),
  drawn('oneHot', (random) => ({
    inputs: [index(4, ...anyShape(random, 1, 2))],
    apply: (indices) => tf.oneHot(indices, 4, 0.9, -0.1),
  }), false),
  drawn('topk', (random) => ({
    inputs: [real(...anyShape(random, 1, 3), 4)],
    apply: (x) => Object.values(tf.topk(x, 2)),
  }), false),
  drawn('unsortedSegmentSum', (random) => {
    const rows = 1 + random.integer(6);
    return {
      inputs: [real(rows, ...anyShape(random, 1, 2)), index(4, rows)],
      apply: (x, ids) => tf.unsortedSegmentSum(x, ids as T1, 4),
    };
  }, false),
  unary('eye and linspace', (x) => tf.add(tf.sum(x), tf.mul(tf.eye(3), tf.linspace(-1, 1, 3)))),
  unary('range', (x) => tf.add(tf.mean(x), tf.range(3, -2, -1))),
  along('range of integers', (x) => tf.range(0, 2 * x.rank, 2, 'int32'), { gradient: false }),
]; // prettier-ignore

/** Operations that move, pick or create entries. */
export const indexOperations: readonly Operation[] = [...moving, ...choosing];
