import * as tf from '@tensorflow/tfjs';
import { KERNEL } from './blocked-filter.js';
import { alongLarger, largerOfPair } from './blocks.js';
import { convolutionInBlocks } from './convolution-in-blocks.js';
import { checkSizes, type ConvolutionOptions } from './convolution-options.js';
import { uniformFanIn } from './dense.js';
import type { Layer, Tangent } from './layer.js';
import { maxPool2d } from './max-pool.js';

type ChannelOptions = Pick<ConvolutionOptions, 'inputs' | 'outputs'>;

/** The convolution and the pooling, and what they make of a tangent, both without b. */
interface Pooled<Value extends tf.Tensor> {
  apply(x: Value, weight: tf.Tensor): tf.Tensor;
  push(x: Tangent<Value>, weight: tf.Tensor): tf.Tensor;
}

/**
 * {@link conv1d} with 3 entries and padding `same`, then {@link maxPool1d} of 2: signals of even length
 * become half as long. The same numbers, parameters and gradients as those two, from one matrix
 * product; b is added after the pooling, where it is half of the work.
 * @throws NoetherError when a size is not a positive whole number, or a length is odd
 */
export function pooledConv1d(
  name: string,
  options: ChannelOptions,
): Layer<tf.Tensor3D, tf.Tensor3D> {
  return pooledConvolution(name, 1, options, {
    apply: (x, weight) => halved(largerOfPair(convolutionInBlocks(x, weight)), x),
    push: ({ value, tangent }, weight) => {
      const moving = convolutionInBlocks(tangent, weight);
      return halved(alongLarger(convolutionInBlocks(value, weight), moving), value);
    },
  });
}

/**
 * {@link conv2d} with 3 × 3 entries and padding `same`, then {@link maxPool2d} of 2 × 2; b is added
 * after the pooling, where it is a quarter of the work.
 * @throws NoetherError when a size is not a positive whole number
 */
export function pooledConv2d(
  name: string,
  options: ChannelOptions,
): Layer<tf.Tensor4D, tf.Tensor4D> {
  const pool = maxPool2d();
  const scope = { parameters: {}, state: {}, nextState: {}, training: false };
  const convolve = (x: tf.Tensor4D, weight: tf.Tensor): tf.Tensor4D =>
    tf.conv2d(x, weight as tf.Tensor4D, 1, 'same');
  return pooledConvolution(name, 2, options, {
    apply: (x, weight) => pool.apply(convolve(x, weight), scope),
    push: ({ value, tangent }, weight) => {
      const moving = { value: convolve(value, weight), tangent: convolve(tangent, weight) };
      return pool.push(moving, scope).tangent;
    },
  });
}

function pooledConvolution<Value extends tf.Tensor>(
  name: string,
  axes: number,
  { inputs, outputs }: ChannelOptions,
  pooled: Pooled<Value>,
): Layer<Value, Value> {
  checkSizes({ inputs, outputs });
  const [ofWeight, ofBias] = [`${name}.weight`, `${name}.bias`];
  const kernel = new Array<number>(axes).fill(KERNEL);
  const fan = KERNEL ** axes * inputs;
  return {
    parameters: {
      [ofWeight]: uniformFanIn([...kernel, inputs, outputs], fan),
      [ofBias]: uniformFanIn([outputs], fan),
    },
    state: {},
    apply: (x, { parameters }) => tf.add(pooled.apply(x, parameters[ofWeight]), parameters[ofBias]),
    push: (x, { parameters }) => ({
      value: tf.add(pooled.apply(x.value, parameters[ofWeight]), parameters[ofBias]),
      tangent: pooled.push(x, parameters[ofWeight]) as Value,
    }),
  };
}

/** One row for each pair of neighbours of x. */
function halved(rows: tf.Tensor, x: tf.Tensor3D): tf.Tensor {
  return tf.reshape(rows, [x.shape[0], x.shape[1] / 2, -1]);
}
