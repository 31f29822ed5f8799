import * as tf from '@tensorflow/tfjs';
import type { ConvolutionOptions } from './convolution-options.js';
import type { Layer } from './layer.js';
import { transposedConvolution } from './transposed-convolution.js';

/**
 * The adjoint of a {@link conv1d} with padding `same`: signals become `stride` (default 2) times as
 * long. W has the shape kernel × outputs × inputs; it starts as in PyTorch, uniform in
 * ±1/√(kernel·outputs).
 * @throws NoetherError when a size is not a positive whole number
 */
export function convTranspose1d(
  name: string,
  options: ConvolutionOptions,
): Layer<tf.Tensor3D, tf.Tensor3D> {
  const { outputs, stride = 2 } = options;
  return transposedConvolution<tf.Tensor3D>(name, 1, options, (x, weight) => {
    const [batch, length] = x.shape;
    const shape: [number, number, number, number] = [batch, 1, length * stride, outputs];
    const filter = tf.expandDims(weight) as tf.Tensor4D;
    const image: tf.Tensor4D = tf.expandDims(x, 1);
    return tf.squeeze(tf.conv2dTranspose(image, filter, shape, [1, stride], 'same'), [1]);
  });
}
