import * as tf from '@tensorflow/tfjs';
import { asImages } from './as-images.js';
import { checkSizes, type PaddedConvolutionOptions } from './convolution-options.js';
import { uniformFanIn } from './dense.js';
import type { Layer } from './layer.js';
import { linearLayer } from './linear-layer.js';

/**
 * Cross-correlation of signals with filters, y[l] = b + Σ_k x[l·stride + k] W[k], batch × length ×
 * channels. W has the shape kernel × inputs × outputs; it starts as in PyTorch, uniform in
 * ±1/√(kernel·inputs).
 * @throws NoetherError when a size is not a positive whole number
 */
export function conv1d(
  name: string,
  options: PaddedConvolutionOptions,
): Layer<tf.Tensor3D, tf.Tensor3D> {
  const { inputs, outputs, kernel = 3, stride = 1, padding = 'same' } = options;
  checkSizes({ inputs, outputs, kernel, stride });
  const fan = kernel * inputs;
  return asImages(
    linearLayer<tf.Tensor4D>(
      name,
      uniformFanIn([kernel, inputs, outputs], fan),
      uniformFanIn([outputs], fan),
      (x, weight) => tf.conv2d(x, tf.expandDims(weight) as tf.Tensor4D, [1, stride], padding),
    ),
  );
}
