import * as tf from '@tensorflow/tfjs';
import { stopGradient, type Layer, type LayerScope } from '@noether/compute';

/**
 * ½ E |∇ₓD(x)|² over real samples (R₁ of Mescheder et al., ICML 2018), by random directions v ~ N(0, I), one
 * for each sample: E (v·∇D)² = |∇D|². The slope along v comes from the forward mode, so that training
 * needs no second derivative. samples and directions: B × inputs.
 */
export function gradientPenalty(
  discriminator: Layer,
  samples: tf.Tensor2D,
  directions: tf.Tensor2D,
  scope: LayerScope,
): tf.Scalar {
  const along = { value: stopGradient(samples), tangent: directions };
  const { tangent } = discriminator.push(along, { ...scope, nextState: {} });
  return tf.mul(tf.mean(tf.square(tangent)), 0.5);
}
