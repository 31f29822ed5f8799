import * as tf from '@tensorflow/tfjs';
import { KERNEL } from './blocked-filter.js';
import { checkSizes, type ConvolutionOptions } from './convolution-options.js';
import { uniformFanIn } from './dense.js';
import { doublingConvolution } from './doubling-convolution.js';
import type { Layer } from './layer.js';
import { linearLayer } from './linear-layer.js';

/**
 * The transposed convolutions along one or two axes, `product` in general, and in the usual case of 3
 * entries and stride 2 by {@link doublingConvolution}, which needs no transpositions.
 */
export function transposedConvolution<Value extends tf.Tensor>(
  name: string,
  axes: number,
  options: ConvolutionOptions,
  product: (x: Value, weight: tf.Tensor) => tf.Tensor,
): Layer<Value, Value> {
  const { inputs, outputs, kernel = 3, stride = 2 } = options;
  checkSizes({ inputs, outputs, kernel, stride });
  const fan = kernel ** axes * outputs;
  const weight = uniformFanIn([...new Array<number>(axes).fill(kernel), outputs, inputs], fan);
  const layer = linearLayer<Value>(name, weight, uniformFanIn([outputs], fan), product);
  if (kernel !== KERNEL || stride !== 2) return layer;
  const [ofWeight, ofBias] = [`${name}.weight`, `${name}.bias`];
  return {
    ...layer,
    apply: (x, { parameters }) =>
      doublingConvolution(x, parameters[ofWeight], parameters[ofBias]) as Value,
  };
}
