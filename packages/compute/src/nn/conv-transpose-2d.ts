import * as tf from '@tensorflow/tfjs';
import { checkSizes, type ConvolutionOptions } from './convolution-options.js';
import { uniformFanIn } from './dense.js';
import type { Layer } from './layer.js';
import { linearLayer } from './linear-layer.js';

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
  const { inputs, outputs, kernel = 3, stride = 2 } = options;
  checkSizes({ inputs, outputs, kernel, stride });
  const fan = kernel * kernel * outputs;
  return linearLayer<tf.Tensor4D>(
    name,
    uniformFanIn([kernel, kernel, outputs, inputs], fan),
    uniformFanIn([outputs], fan),
    (x, weight) => {
      const [batch, height, width] = x.shape;
      const shape: [number, number, number, number] = [
        batch,
        height * stride,
        width * stride,
        outputs,
      ];
      return tf.conv2dTranspose(x, weight as tf.Tensor4D, shape, stride, 'same');
    },
  );
}
