import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import {
  cumulativeSum,
  gelu,
  hardSigmoid,
  mish,
  softsign,
  thresholdedRelu,
  type Layer,
} from '../../src/index.js';
import { imageOperations } from './image-operations.js';
import { indexOperations } from './index-operations.js';
import {
  alike,
  along,
  anyShape,
  binary,
  drawn,
  index,
  real,
  unary,
  type Operation,
} from './operation.js';

type T1 = tf.Tensor1D;
type T2 = tf.Tensor2D;

const extent = (random: RandomStream): number => [1, 2, 3, 4, 7][random.integer(5)];
const still = { gradient: false } as const;
const noScope = { parameters: {}, state: {}, nextState: {}, training: true };

const applied =
  (layer: Layer) =>
  (x: tf.Tensor): tf.Tensor =>
    layer.apply(x as T2, noScope);

const elementwise: readonly Operation[] = [
  unary('abs', tf.abs),
  unary('acos', tf.acos, { low: -0.9, high: 0.9 }),
  unary('acosh', tf.acosh, { low: 1.2, high: 4 }),
  unary('asin', tf.asin, { low: -0.9, high: 0.9 }),
  unary('asinh', tf.asinh),
  unary('atan', tf.atan),
  unary('atanh', tf.atanh, { low: -0.9, high: 0.9 }),
  unary('cast to int32', (x) => tf.cast(tf.mul(x, 3), 'int32'), still),
  unary('cast to bool', (x) => tf.cast(tf.floor(x), 'bool'), still),
  unary('ceil', tf.ceil),
  unary('clipByValue', (x) => tf.clipByValue(x, -0.7, 1.1)),
  unary('cos', tf.cos),
  unary('cosh', tf.cosh),
  unary('elu', tf.elu),
  unary('erf', tf.erf),
  unary('exp', tf.exp),
  unary('expm1', tf.expm1),
  unary('floor', tf.floor),
  unary('gelu', applied(gelu)),
  unary('hardSigmoid', applied(hardSigmoid)),
  unary('isFinite', (x) => tf.isFinite(tf.div(x, tf.round(x))), still),
  unary('isInf', (x) => tf.isInf(tf.div(x, tf.round(x))), still),
  unary('isNaN', (x) => tf.isNaN(tf.sqrt(x)), still),
  unary('leakyRelu', (x) => tf.leakyRelu(x, 0.3)),
  unary('log', tf.log, { low: 0.1, high: 4 }),
  unary('log1p', tf.log1p, { low: -0.6, high: 4 }),
  unary('logicalNot', (x) => tf.logicalNot(tf.greater(x, 0)), still),
  unary('logSigmoid', tf.logSigmoid),
  unary('mish', applied(mish)),
  unary('neg', tf.neg),
  unary('onesLike', tf.onesLike),
  unary('reciprocal', tf.reciprocal, { low: 0.3, high: 3 }),
  unary('relu', tf.relu),
  unary('relu6', (x) => tf.relu6(tf.mul(x, 4))),
  unary('round', tf.round),
  unary('rsqrt', tf.rsqrt, { low: 0.3, high: 3 }),
  unary('selu', tf.selu),
  unary('sigmoid', tf.sigmoid),
  unary('sign', tf.sign),
  unary('sin', tf.sin),
  unary('sinh', tf.sinh),
  unary('softplus', tf.softplus),
  unary('softsign', applied(softsign)),
  unary('sqrt', tf.sqrt, { low: 0.2, high: 4 }),
  unary('square', tf.square),
  unary('step', (x) => tf.step(x, 0.2)),
  unary('swish', (x) => tf.mul(x, tf.sigmoid(x))),
  unary('tan', tf.tan, { low: -1.2, high: 1.2 }),
  unary('tanh', tf.tanh),
  unary('thresholdedRelu', applied(thresholdedRelu(0.3))),
  unary('zerosLike', tf.zerosLike),
  binary('add', tf.add),
  binary('add of nothing', (a, b) => tf.add(tf.add(a, tf.zerosLike(b)), tf.zerosLike(a))),
  binary('atan2', tf.atan2),
  binary('div', tf.div, { low: 0.4, high: 3 }),
  binary('divNoNan', (a, b) => tf.divNoNan(a, tf.relu(b)), still),
  binary('equal', (a, b) => tf.equal(tf.round(a), tf.round(b)), still),
  binary('floorDiv', tf.floorDiv, { low: 0.5, high: 7, ...still }),
  binary('greater', (a, b) => tf.greater(tf.round(a), tf.round(b)), still),
  binary('greaterEqual', (a, b) => tf.greaterEqual(tf.round(a), tf.round(b)), still),
  binary('less', (a, b) => tf.less(tf.round(a), tf.round(b)), still),
  binary('lessEqual', (a, b) => tf.lessEqual(tf.round(a), tf.round(b)), still),
  binary('logicalAnd', (a, b) => tf.logicalAnd(tf.greater(a, 0), tf.less(b, 1)), still),
  binary('logicalOr', (a, b) => tf.logicalOr(tf.greater(a, 0), tf.less(b, 1)), still),
  binary('logicalXor', (a, b) => tf.logicalXor(tf.greater(a, 0), tf.less(b, 1)), still),
  binary('maximum of broadcast', tf.maximum, still),
  binary('minimum of broadcast', tf.minimum, still),
  binary('mod', tf.mod, still),
  binary('mul', tf.mul),
  binary('mul by one', (a, b) => tf.mul(tf.mul(a, tf.onesLike(b)), tf.onesLike(a))),
  binary('notEqual', (a, b) => tf.notEqual(tf.round(a), tf.round(b)), still),
  binary('pow', tf.pow, { low: 0.3, high: 2.5 }),
  binary('squaredDifference of broadcast', tf.squaredDifference, still),
  binary('sub', tf.sub),
  alike('addN', 3, (...tensors) => tf.addN(tensors)),
  alike('maximum', 2, tf.maximum),
  alike('minimum', 2, tf.minimum),
  alike('mod with gradient', 2, tf.mod, { low: 0.6, high: 4 }),
  alike('prelu', 2, tf.prelu),
  alike('squaredDifference', 2, tf.squaredDifference),
  drawn('where', (random) => {
    const shape = anyShape(random);
    return {
      inputs: [index(2, ...shape), real(...shape), real(...shape)],
      apply: (c, a, b) => tf.where(tf.cast(c, 'bool'), a, b),
    };
  }),
  alike('where of bools', 3, (c, a, b) => tf.where(tf.greater(c, 0), tf.less(a, 0), tf.less(b, 1)), still),
]; // prettier-ignore

const integer = { type: 'int32', low: -9, high: 9, gradient: false } as const;
const natural = { ...integer, low: 1 } as const;

const integers: readonly Operation[] = [
  unary('abs of integers', tf.abs, integer),
  unary('clipByValue of integers', (x) => tf.clipByValue(x, -3, 4), integer),
  unary('neg of integers', tf.neg, integer),
  unary('relu of integers', tf.relu, integer),
  unary('relu6 of integers', tf.relu6, integer),
  unary('sign of integers', tf.sign, integer),
  unary('square of integers', tf.square, integer),
  unary('step of integers', (x) => tf.step(x), integer),
  binary('add of integers', tf.add, integer),
  binary('equal of integers', tf.equal, integer),
  binary('floorDiv of integers', (a, b) => tf.floorDiv(a, tf.add(tf.abs(b), 1)), integer),
  binary('less of integers', tf.less, integer),
  binary('maximum of integers', tf.maximum, integer),
  binary('minimum of integers', tf.minimum, integer),
  binary('mod of integers', (a, b) => tf.mod(a, tf.add(tf.abs(b), tf.scalar(1, 'int32'))), integer),
  binary('mul of integers', tf.mul, integer),
  binary('notEqual of integers', tf.notEqual, integer),
  binary('pow of integers', (a, b) => tf.pow(tf.minimum(a, b), tf.scalar(2, 'int32')), natural),
  binary('squaredDifference of integers', tf.squaredDifference, integer),
  binary('sub of integers', tf.sub, integer),
  binary('where of integers', (a, b) => tf.where(tf.greater(a, tf.zerosLike(a)), a, tf.onesLike(a)).add(b), integer),
  along('max of integers', tf.max, integer),
  along('mean of integers', tf.mean, integer),
  along('prod of integers', tf.prod, { ...integer, low: -2, high: 3 }),
  along('sum of integers', tf.sum, integer),
]; // prettier-ignore

const reductions: readonly Operation[] = [
  along('all', (x, axes, keep) => tf.all(tf.greater(x, -1), axes, keep), still),
  along('any', (x, axes, keep) => tf.any(tf.greater(x, 1), axes, keep), still),
  along('argMax', (x, axes) => tf.argMax(x, axes[0]), still),
  along('argMin', (x, axes) => tf.argMin(x, axes[0]), still),
  along('argMax with ties', (x) => tf.argMax(tf.round(x), -1), still),
  along('cumprod', (x, [axis]) => tf.cumprod(x, axis), still),
  along('cumprod exclusive', (x, [axis], reverse) => tf.cumprod(x, axis, true, reverse), still),
  // tfjs' gradient of cumsum permutes axes wrongly unless the axis is the last.
  along('cumsum', (x, [axis]) => tf.cumsum(x, axis), still),
  along('cumsum of the last axis', (x) => tf.cumsum(x, x.rank - 1)),
  along('cumsum exclusive', (x, _, reverse) => tf.cumsum(x, x.rank - 1, true, reverse)),
  along('cumulativeSum', (x, [axis]) => cumulativeSum(x, axis)),
  along('logSoftmax', (x) => tf.logSoftmax(x)),
  along('logSumExp', tf.logSumExp),
  along('max', tf.max),
  along('mean', tf.mean),
  along('mean of all', (x) => tf.mean(x)),
  along('min', tf.min),
  along('moments', (x, axes, keep) => Object.values(tf.moments(x, axes, keep))),
  along('norm', (x, axes, keep) => tf.norm(tf.add(x, 3), 'euclidean', axes.slice(0, 1), keep)),
  along('prod', (x, axes, keep) => tf.prod(x, axes, keep), { low: 0.5 }),
  along('softmax', (x) => tf.softmax(x)),
  along('sum', tf.sum),
  along('sum of all', (x) => tf.sum(x)),
  along('sum of bools', (x, axes, keep) => tf.sum(tf.greater(x, 0), axes, keep), still),
];

const matrix = (transposeA: boolean, transposeB: boolean, batched: boolean): Operation =>
  drawn(
    `matMul${transposeA ? ' Aᵀ' : ''}${transposeB ? ' Bᵀ' : ''}${batched ? ' of batches' : ''}`,
    (random) => {
      const [m, k, n] = [extent(random), extent(random), extent(random)];
      const batch = batched ? anyShape(random, 1, 2) : [];
      return {
        inputs: [
          real(...batch, ...(transposeA ? [k, m] : [m, k])),
          real(...batch, ...(transposeB ? [n, k] : [k, n])),
        ],
        apply: (a, b) => tf.matMul(a, b, transposeA, transposeB),
      };
    },
  );

const products: readonly Operation[] = [
  ...[false, true].flatMap((batched) =>
    [false, true].flatMap((a) => [false, true].map((b) => matrix(a, b, batched))),
  ),
  drawn(
    'matMul of broadcast batches',
    () => ({ inputs: [real(1, 3, 2), real(4, 2, 5)], apply: (a, b) => tf.matMul(a, b) }),
    false,
  ),
  drawn('dense layer', (random) => {
    const [m, k, n] = [extent(random), extent(random), extent(random)];
    return {
      inputs: [real(m, k), real(k, n), real(n)],
      apply: (x, w, b) => tf.relu(tf.add(tf.matMul(x as T2, w as T2), b)),
    };
  }),
  ...(['linear', 'relu', 'sigmoid', 'elu', 'relu6', 'leakyrelu'] as const).map((activation) =>
    drawn(`fused.matMul ${activation}`, (random) => {
      const [m, k, n] = [extent(random), extent(random), extent(random)];
      const apply = (a: tf.Tensor, b: tf.Tensor, bias: tf.Tensor): tf.Tensor =>
        tf.fused.matMul({ a, b, bias, activation, leakyreluAlpha: 0.3 });
      return { inputs: [real(m, k), real(k, n), real(n)], apply };
    }, ['linear', 'relu'].includes(activation)),
  ),
  drawn('dot', (random) => {
    const n = extent(random);
    return { inputs: [real(n), real(n)], apply: (a, b) => tf.dot(a as T1, b as T1) };
  }),
  drawn('outerProduct', (random) => ({
    inputs: [real(extent(random)), real(extent(random))],
    apply: (a, b) => tf.outerProduct(a as T1, b as T1),
  })),
  drawn('einsum', () => ({
    inputs: [real(2, 3, 4), real(2, 4, 5)],
    apply: (a, b) => tf.einsum('bij,bjk->bik', a, b),
  }), false),
  drawn('attention', (random) => {
    const [batch, length, width] = [1 + random.integer(3), extent(random), extent(random)];
    const shape = [batch, length, width];
    return {
      inputs: [real(...shape), real(...shape), real(...shape)],
      apply: (queries, keys, stored) => {
        const scores = tf.matMul(queries, keys, false, true);
        return tf.matMul(tf.softmax(tf.mul(scores, 1 / Math.sqrt(width))), stored);
      },
    };
  }),
  drawn('LSTM', (random) => {
    const [batch, inputs, units] = [1 + random.integer(3), extent(random), extent(random)];
    return {
      inputs: [real(3, batch, inputs), real(inputs + units, 4 * units), real(4 * units)],
      apply: (sequence, weights, bias) => {
        let [c, h] = [0, 1].map(() => tf.zeros([batch, units]) as T2);
        for (const x of tf.unstack(sequence)) {
          [c, h] = tf.basicLSTMCell(1, weights as T2, bias as T1, x as T2, c, h);
        }
        return [c, h];
      },
    };
  }),
  drawn('batchNorm', (random) => {
    const width = extent(random);
    const positive = { shape: [width], low: 0.4, high: 2 };
    return {
      inputs: [real(3, width), real(width), positive, real(width), real(width)],
      apply: (x, mean, variance, offset, scale) =>
        tf.batchNorm(x, mean as T1, variance as T1, offset as T1, scale as T1, 0.01),
    };
  }),
  drawn('layer norm', (random) => ({
    inputs: [real(3, 2 + extent(random))],
    apply: (x) => {
      const { mean, variance } = tf.moments(x, -1, true);
      return tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-3)));
    },
  })),
]; // prettier-ignore

/** Every operation that is compared, by family; one graph is compiled for each family. */
export const operations: Readonly<Record<string, readonly Operation[]>> = {
  'element-wise': elementwise,
  integers,
  reductions,
  products,
  'shapes and indices': indexOperations,
  'images and signals': imageOperations,
};
