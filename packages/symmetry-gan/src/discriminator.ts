import * as tf from '@tensorflow/tfjs';
import { mlp, scaleGradient, withGradient, type Layer, type LayerScope } from '@noether/compute';
import { latentView } from './latent-view.js';
import { spectrallyNormalised } from './spectral-norm.js';
import type { SymmetryOptions } from './options.js';

/** Logits beyond this count as this in gradients, so that e^±l and a mean over any batch fit float32. */
const LARGEST_LOGIT = 50;

/** The sizes of a sample that the discriminator is shown. */
export interface SampleShape {
  readonly timesteps: number;
  readonly latentDimension: number;
  readonly inputDimension: number;
}

/** D: a sample as {@link discriminatorInput} shows it → one logit. */
export function discriminatorLayer(
  options: SymmetryOptions['discriminator'],
  shape: SampleShape,
): Layer {
  const { width, hidden, spectralNorm = false } = options;
  const inputs = discriminatorWidth(options, shape);
  const layer = mlp('discriminator', { inputs, outputs: 1, width, hidden });
  return spectralNorm ? spectrallyNormalised(layer) : layer;
}

/** Numbers that it is shown of a sample. */
export function discriminatorWidth(
  { decoded = false, labels = 0 }: SymmetryOptions['discriminator'],
  { timesteps, latentDimension, inputDimension }: SampleShape,
): number {
  return timesteps * (latentDimension + (decoded ? inputDimension : 0)) + labels;
}

/** What there is to see of a batch of samples, real or fake. */
export interface Sample {
  /** Latent states, B × T × k. */
  readonly z: tf.Tensor3D;
  /** ψ(z), any shape of B·T·n values; read when the discriminator sees decoded data. */
  readonly decoded: () => tf.Tensor;
  /** Labels, B × labels; a transformation leaves them alone. */
  readonly labels: tf.Tensor | undefined;
}

/** Latent view, decoded states and labels side by side: B × inputs. */
export function discriminatorInput(
  options: SymmetryOptions['discriminator'],
  sample: Sample,
  scale: tf.Tensor,
): tf.Tensor2D {
  const [batch] = sample.z.shape;
  const parts = [latentView(options.sees, sample.z, scale)];
  if (options.decoded) parts.push(tf.reshape(sample.decoded(), [batch, -1]) as tf.Tensor2D);
  if (sample.labels) parts.push(sample.labels as tf.Tensor2D);
  return parts.length === 1 ? parts[0] : tf.concat(parts, 1);
}

/** The binary cross-entropies of a batch, each a mean over its samples. */
export interface CrossEntropies {
  /** BCE(D(z̃), 1): what the generator and the encoder work at. */
  readonly generator: tf.Scalar;
  /** BCE(D(z), 1). */
  readonly real: tf.Scalar;
  /** BCE(D(z̃), 0). */
  readonly fake: tf.Scalar;
}

/**
 * ln(1 + e^l), whose gradient σ(l) has a small relative error however confident D is: the exchange of
 * gradients below divides by it. (The sigmoid of onnxruntime is accurate to 1e-7 absolutely, so off by
 * 7 % at l = −14 and zero below −18.)
 */
const softplus = withGradient<[tf.Tensor], tf.Tensor>(
  (logit) => tf.softplus(logit),
  (dy, [logit]) => {
    const odds = tf.exp(bounded(logit));
    return [tf.mul(dy, tf.div(odds, tf.add(odds, 1)))];
  },
);

function bounded(logit: tf.Tensor): tf.Tensor {
  return tf.clipByValue(logit, -LARGEST_LOGIT, LARGEST_LOGIT);
}

/** Cross-entropies from the logits of real and of fake samples. */
export function crossEntropies(real: tf.Tensor, fake: tf.Tensor): CrossEntropies {
  return {
    generator: tf.mean(softplus(tf.neg(fake))),
    real: tf.mean(softplus(tf.neg(real))),
    fake: tf.mean(softplus(fake)),
  };
}

/**
 * The cross-entropies with D evaluated and differentiated once for both of its roles: differentiate
 * ½ (real + fake), and D's parameters get the gradient of that, while what made the fake samples gets
 * the gradient of `weight` · generator and what made the real ones gets nothing.
 *
 * A logit l is one number for each sample, so the gradient that D sends back to a fake sample for its
 * own loss, σ(l)/2 · ∂l/∂z̃, and the one of the adversarial term, −weight · σ(−l) · ∂l/∂z̃, differ by
 * the factor −2 · weight · e^−l alone.
 */
export function adversarialTerms(
  discriminator: Layer,
  real: tf.Tensor2D,
  fake: tf.Tensor2D,
  weight: number,
  scope: LayerScope,
): CrossEntropies {
  const samples = scaleGradient(tf.concat([real, fake], 0), (values) => {
    const [, logits] = tf.split(discriminator.apply(values, scope), 2);
    const factor = tf.mul(tf.exp(tf.neg(bounded(logits))), -2 * weight);
    return tf.concat([tf.zerosLike(factor), factor], 0);
  });
  const [realLogits, fakeLogits] = tf.split(discriminator.apply(samples, scope), 2);
  return crossEntropies(realLogits, fakeLogits);
}
