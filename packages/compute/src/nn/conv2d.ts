import * as tf from '@tensorflow/tfjs';
import { checkSizes, type PaddedConvolutionOptions } from './convolution-options.js';
import { uniformFanIn } from './dense.js';
import type { Layer } from './layer.js';
import { linearLayer } from './linear-layer.js';

/**
 * Cross-correlation of images with square filters, batch × height × width × channels. W has the
 * shape kernel × kernel × inputs × outputs; it starts as in PyTorch, uniform in
 * ±1/√(kernel²·inputs).
 * @throws NoetherError when a size is not a positive whole number
 */
export function conv2d(
  name: string,
  options: PaddedConvolutionOptions,
): Layer<tf.Tensor4D, tf.Tensor4D> {
  const { inputs, outputs, kernel = 3, stride = 1, padding = 'same' } = options;
  checkSizes({ inputs, outputs, kernel, stride });
  const fan = kernel * kernel * inputs;
  return linearLayer<tf.Tensor4D>(
    name,
    uniformFanIn([kernel, kernel, inputs, outputs], fan),
    uniformFanIn([outputs], fan),
    (x, weight) => tf.conv2d(x, weight as tf.Tensor4D, stride, padding),
  );
}
