import * as tf from '@tensorflow/tfjs';
import {
  mlp,
  scaleGradient,
  type Layer,
  type Program,
  type ProgramResult,
  type ProgramTensors,
  type Tensors,
  type TrainableEncoder,
} from '@noether/compute';
import {
  act,
  coefficientCount,
  generatorName,
  generatorParameters,
  learnedBlocks,
  maskName,
} from './group-action.js';
import { DISPLACEMENT_SCALE, latentView, updateScale } from './latent-view.js';
import type { SymmetryOptions } from './options.js';
import { cappedNorm, channelOverlap, meanCosine } from './regularisers.js';

/** Logits beyond this are treated as this when gradients are exchanged, so that e^−l stays finite. */
const LARGEST_LOGIT = 30;

/** The discriminator: latent view of a sample → one logit. */
export function discriminatorLayer(
  options: SymmetryOptions,
  timesteps: number,
  dimension: number,
): Layer {
  const { width, hidden } = options.discriminator;
  return mlp('discriminator', { inputs: timesteps * dimension, outputs: 1, width, hidden });
}

/**
 * One LaLiGAN training step (Yang et al. 2024, arXiv 2310.00105, §4; reference/loss of the
 * implementation): with z = φ(x), z̃ = g(w)·z,
 *
 *   L = w_recon · MSE(ψ(z), x) + w_gan · BCE(D(z̃), 1) + w_reg · R + w_chreg · C    → φ, ψ, L
 *       ½ [BCE(D(z), 1) + BCE(D(z̃), 0)]                                            → D
 *
 * Decisions on the reference implementation's quirks: Q1, the adversarial term trains φ and L only,
 * never D; Q8, the cosine can be taken about the centre of the action (`regulariser.centred`); Q4,
 * Q5, Q9 concern options that do not work there and have no counterpart here.
 *
 * D is evaluated and differentiated once for both of its roles. Its logit is one number for each
 * sample, so the gradient that D sends back to a fake sample for its own loss, σ(l)/2 · ∂l/∂z̃, and
 * the one of the adversarial term, −w_gan σ(−l) · ∂l/∂z̃, differ by the factor −2 w_gan e^−l alone.
 */
export function laliganProgram(
  autoencoder: TrainableEncoder,
  timesteps: number,
  options: SymmetryOptions,
  statistics: 'batch' | 'running' = 'batch',
): Program {
  const { representation, batchSize } = options;
  const { encoder, decoder, inputDimension, latentDimension } = autoencoder;
  const discriminator = discriminatorLayer(options, timesteps, latentDimension);
  const masks = learnedBlocks(representation).map(({ block, index }) => [
    maskName(index),
    { shape: [block.generators, block.dimension, block.dimension] },
  ]);
  return {
    parameters: {
      ...encoder.parameters,
      ...decoder.parameters,
      ...generatorParameters(representation),
      ...discriminator.parameters,
    },
    state: {
      ...encoder.state,
      [DISPLACEMENT_SCALE]: { shape: [1], initial: new Float32Array(1) },
    },
    inputs: {
      x: { shape: [batchSize, timesteps, inputDimension] },
      coefficients: { shape: [batchSize, coefficientCount(representation)] },
      /** 1 when the encoder follows the adversarial term and the regulariser, else 0. */
      encoderGate: { shape: [1] },
      ...(Object.fromEntries(masks) as Record<string, { shape: number[] }>),
    },
    step: (tensors) =>
      step(autoencoder, discriminator, timesteps, options, statistics, tensors),
  };
}

function step(
  autoencoder: TrainableEncoder,
  discriminator: Layer,
  timesteps: number,
  options: SymmetryOptions,
  statistics: 'batch' | 'running',
  { parameters, state, inputs }: ProgramTensors,
): ProgramResult {
  const { weights, batchSize } = options;
  const { inputDimension, latentDimension } = autoencoder;
  const nextState: Tensors = { ...state };
  const scope = { parameters, state, nextState, training: statistics === 'batch' };
  const rows = tf.reshape(inputs.x, [-1, inputDimension]) as tf.Tensor2D;
  const latent = autoencoder.encoder.apply(rows, scope);
  const reconstruction = tf.mean(tf.squaredDifference(autoencoder.decoder.apply(latent, scope), rows));

  const gated = scaleGradient(latent, () => inputs.encoderGate);
  const z = tf.reshape(gated, [batchSize, timesteps, latentDimension]) as tf.Tensor3D;
  const generators = maskedGenerators(options, parameters, inputs);
  const moved = transform(options, generators, inputs.coefficients as tf.Tensor2D, z);
  const regulariser = regularise(options, generators, z, moved);
  const channels = channelOverlap(options.representation, generators);

  const scale = timesteps > 1 ? updateScale(state[DISPLACEMENT_SCALE], z) : state[DISPLACEMENT_SCALE];
  nextState[DISPLACEMENT_SCALE] = scale;
  const { sees } = options.discriminator;
  const samples = tf.concat([latentView(sees, z, scale), latentView(sees, moved.z, scale)], 0);
  const logits = discriminate(discriminator, samples, scope, weights.adversarial);
  const real = tf.mean(tf.softplus(tf.neg(tf.slice(logits, [0, 0], [batchSize, 1]))));
  const fakeLogits = tf.slice(logits, [batchSize, 0], [batchSize, 1]);
  const fake = tf.mean(tf.softplus(fakeLogits));
  const generator = tf.mean(tf.softplus(tf.neg(fakeLogits)));

  const loss = tf.addN([
    tf.mul(reconstruction, weights.reconstruction),
    tf.mul(regulariser.loss, weights.regulariser),
    tf.mul(channels, weights.channels),
    tf.mul(tf.add(real, fake), 0.5),
  ]) as tf.Scalar;
  const groups = new Set(
    Object.keys(parameters).map((name) => name.slice(0, name.indexOf('.'))),
  );
  return {
    losses: Object.fromEntries([...groups].map((group) => [group, loss])),
    metrics: {
      reconstruction,
      generator,
      discriminatorReal: real,
      discriminatorFake: fake,
      cosine: regulariser.cosine,
    } as Record<string, tf.Scalar>,
    state: nextState,
  };
}

function maskedGenerators(options: SymmetryOptions, parameters: Tensors, inputs: Tensors): Tensors {
  return Object.fromEntries(
    learnedBlocks(options.representation).map(({ index }) => [
      generatorName(index),
      tf.mul(parameters[generatorName(index)], inputs[maskName(index)]),
    ]),
  );
}

interface Moved {
  /** g·z. */
  readonly z: tf.Tensor3D;
  /** z and g·z as seen from the centre of the action. */
  readonly centred: readonly [tf.Tensor3D, tf.Tensor3D];
}

/** g(w)·z about the batch mean or about the origin (`centre`). */
export function transform(
  options: SymmetryOptions,
  generators: Tensors,
  coefficients: tf.Tensor2D,
  z: tf.Tensor3D,
): Moved {
  if (options.centre === 'origin') {
    const moved = act(options.representation, generators, coefficients, z);
    return { z: moved, centred: [z, moved] };
  }
  const centre = tf.mean(z, [0, 1], true);
  const offset = tf.sub(z, centre) as tf.Tensor3D;
  const turned = act(options.representation, generators, coefficients, offset);
  return { z: tf.add(turned, centre), centred: [offset, turned] };
}

function regularise(
  options: SymmetryOptions,
  generators: Tensors,
  z: tf.Tensor3D,
  moved: Moved,
): { loss: tf.Scalar; cosine: tf.Scalar } {
  const { regulariser, representation } = options;
  const centred = regulariser.kind === 'cosine' && regulariser.centred;
  const cosine = centred ? meanCosine(...moved.centred) : meanCosine(z, moved.z);
  if (regulariser.kind === 'cosine') return { loss: tf.abs(cosine), cosine };
  const loss =
    regulariser.kind === 'norm' ? cappedNorm(representation, generators) : tf.scalar(0);
  return { loss: loss as tf.Scalar, cosine };
}

/**
 * Logits of real samples (first half) and fake ones. Backwards, real samples get nothing and fake
 * ones the gradient of the adversarial term.
 */
function discriminate(
  discriminator: Layer,
  samples: tf.Tensor2D,
  scope: Parameters<Layer['apply']>[1],
  adversarialWeight: number,
): tf.Tensor2D {
  const half = samples.shape[0] / 2;
  const exchanged = scaleGradient(samples, (values) => {
    const logits = tf.slice(discriminator.apply(values, scope), [half, 0], [half, 1]);
    const bounded = tf.clipByValue(logits, -LARGEST_LOGIT, LARGEST_LOGIT);
    const factor = tf.mul(tf.exp(tf.neg(bounded)), -2 * adversarialWeight);
    return tf.concat([tf.zerosLike(factor), factor], 0);
  });
  return discriminator.apply(exchanged, scope);
}
