import * as tf from '@tensorflow/tfjs';
import type { ConvolutionOptions } from './convolution-options.js';
import type { Layer } from './layer.js';
import { transposedConvolution } from './transposed-convolution.js';

/**
 * The adjoint of a {@link conv2d} with padding `same`: images become `stride` (default 2) times as
 * high and wide. W has the shape kernel × kernel × outputs × inputs; it starts as in PyTorch, uniform
 * in ±1/√(kernel²·outputs).
 * @throws NoetherError when a size is not a positive whole number
 */
export function convTranspose2d(
  name: string,
  options: ConvolutionOptions,
): Layer<tf.Tensor4D, tf.Tensor4D> {
  const { outputs, stride = 2 } = options;
  return transposedConvolution<tf.Tensor4D>(name, 2, options, (x, weight) => {
    const [batch, ...extents] = x.shape.slice(0, -1);
    const [height, width] = extents.map((extent) => extent * stride);
    const shape: [number, number, number, number] = [batch, height, width, outputs];
    return tf.conv2dTranspose(x, weight as tf.Tensor4D, shape, stride, 'same');
  });
}
