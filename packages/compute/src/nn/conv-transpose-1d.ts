import * as tf from '@tensorflow/tfjs';
import { asImages } from './as-images.js';
import { checkSizes, type ConvolutionOptions } from './convolution-options.js';
import { uniformFanIn } from './dense.js';
import type { Layer } from './layer.js';
import { linearLayer } from './linear-layer.js';

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
  const { inputs, outputs, kernel = 3, stride = 2 } = options;
  checkSizes({ inputs, outputs, kernel, stride });
  const fan = kernel * outputs;
  return asImages(
    linearLayer<tf.Tensor4D>(
      name,
      uniformFanIn([kernel, outputs, inputs], fan),
      uniformFanIn([outputs], fan),
      (x, weight) => {
        const [batch, , length] = x.shape;
        const shape: [number, number, number, number] = [batch, 1, length * stride, outputs];
        const filter = tf.expandDims(weight) as tf.Tensor4D;
        return tf.conv2dTranspose(x, filter, shape, [1, stride], 'same');
      },
    ),
  );
}
