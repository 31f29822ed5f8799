import * as tf from '@tensorflow/tfjs';
import {
  groupOf,
  scaleGradient,
  type InputSpec,
  type Layer,
  type Program,
  type ProgramResult,
  type ProgramTensors,
  type Tensors,
  type TrainableEncoder,
} from '@noether/compute';
import {
  adversarialTerms,
  discriminatorInput,
  discriminatorLayer,
  discriminatorWidth,
  type CrossEntropies,
} from './discriminator.js';
import { gradientPenalty } from './gradient-penalty.js';
import { coefficientCount, generatorParameters, learnedBlocks, maskName } from './group-action.js';
import { DISPLACEMENT_SCALE, updateScale } from './latent-view.js';
import { maskedGenerators } from './masked-generators.js';
import type { SymmetryOptions } from './options.js';
import { cappedNorm, channelOverlap, meanCosine } from './regularisers.js';
import { transform, type Transformed } from './transform.js';

/**
 * One LaLiGAN training step (Yang et al. 2024, arXiv 2310.00105, §4, with the loss of the reference
 * implementation): with z = φ(x), z̃ = g(w)·z,
 *
 *   w_recon · MSE(ψ(z), x) + w_gan · BCE(D(z̃), 1) + w_reg · R + w_chreg · C    → φ, ψ, L
 *   ½ [BCE(D(z), 1) + BCE(D(z̃), 0)]                                          → D
 *
 * MSE is a mean over samples, states and variables, BCE over samples. LieGAN (arXiv 2302.00236) is the
 * case of the identity autoencoder.
 *
 * Quirks of the reference implementation, decided: Q1, there the adversarial term trains D too, to
 * call fakes real; here it trains φ, ψ and L only ({@link adversarialTerms}). Q8, there the cosine is
 * taken from the origin although g acts about the mean; here `regulariser.centred` chooses. Q2 is
 * decided at `loadEncoder`, Q3 at `SymmetryOptions.weights`, Q4 at `drawCoefficients`, Q5 at
 * `integer`, Q6 and Q7 at `SymmetryData.onCheckpoint`, Q9 at `InvariantBlock`.
 *
 * @param statistics whether batch norm uses the batch or, without changing them, its running values
 */
export function laliganProgram(
  autoencoder: TrainableEncoder,
  timesteps: number,
  options: SymmetryOptions,
  statistics: 'batch' | 'running' = 'batch',
): Program {
  const { representation, generatorScale } = options;
  const { encoder, decoder } = autoencoder;
  const discriminator = discriminatorLayer(options.discriminator, { ...autoencoder, timesteps });
  const model = { autoencoder, discriminator, timesteps, options, statistics };
  return {
    parameters: {
      ...encoder.parameters,
      ...decoder.parameters,
      ...generatorParameters(representation, generatorScale),
      ...discriminator.parameters,
    },
    state: {
      ...encoder.state,
      ...decoder.state,
      ...discriminator.state,
      [DISPLACEMENT_SCALE]: { shape: [1], initial: new Float32Array(1) },
    },
    inputs: inputsOf(autoencoder, timesteps, options),
    step: (tensors) => step(model, tensors),
  };
}

function inputsOf(
  autoencoder: TrainableEncoder,
  timesteps: number,
  { representation, batchSize, discriminator, regulariser }: SymmetryOptions,
): Record<string, InputSpec> {
  const { inputDimension } = autoencoder;
  const { labels = 0, gradientPenalty: penalty = 0 } = discriminator;
  const seen = discriminatorWidth(discriminator, { ...autoencoder, timesteps });
  const masks = learnedBlocks(representation).map(({ block, index }) => [
    maskName(index),
    { shape: [block.generators, block.dimension, block.dimension] },
  ]);
  return {
    x: { shape: [batchSize, timesteps, inputDimension] },
    coefficients: { shape: [batchSize, coefficientCount(representation)] },
    /** 1 when the encoder follows the adversarial term and the regulariser, else 0. */
    encoderGate: { shape: [1] },
    ...(regulariser.kind === 'none' ? {} : { [REGULARISER_WEIGHT]: { shape: [1] } }),
    ...(penalty > 0 ? { [DIRECTIONS]: { shape: [batchSize, seen] } } : {}),
    ...(labels > 0 ? { labels: { shape: [batchSize, labels] } } : {}),
    ...(Object.fromEntries(masks) as Record<string, InputSpec>),
  };
}

/** Name of the input that weighs the regulariser. */
export const REGULARISER_WEIGHT = 'regulariserWeight';
/** Name of the input with the directions of the gradient penalty. */
export const DIRECTIONS = 'directions';

interface Model {
  readonly autoencoder: TrainableEncoder;
  readonly discriminator: Layer;
  readonly timesteps: number;
  readonly options: SymmetryOptions;
  readonly statistics: 'batch' | 'running';
}

function step(model: Model, { parameters, state, inputs }: ProgramTensors): ProgramResult {
  const { autoencoder, timesteps, options, statistics } = model;
  const { weights, batchSize, representation } = options;
  const { encoder, decoder, inputDimension, latentDimension } = autoencoder;
  const nextState: Tensors = { ...state };
  const scope = { parameters, state, nextState, training: statistics === 'batch' };
  const rows = tf.reshape(inputs.x, [-1, inputDimension]) as tf.Tensor2D;
  const latent = encoder.apply(rows, scope);
  const decoded = decoder.apply(latent, scope);

  const gated = scaleGradient(latent, () => inputs.encoderGate);
  const z = tf.reshape(gated, [batchSize, timesteps, latentDimension]) as tf.Tensor3D;
  const generators = maskedGenerators(options, parameters, inputs);
  const centre = options.centre === 'mean' ? tf.mean(z, [0, 1], true) : undefined;
  const coefficients = inputs.coefficients as tf.Tensor2D;
  const moved = transform(representation, generators, coefficients, z, centre);
  if (timesteps > 1) nextState[DISPLACEMENT_SCALE] = updateScale(state[DISPLACEMENT_SCALE], z);

  const terms = {
    reconstruction: tf.mean(tf.squaredDifference(decoded, rows)),
    ...regularise(options, generators, z, moved),
    channels: channelOverlap(representation, generators),
    ...compare(model, { parameters, state, inputs }, { z, decoded, moved, nextState }),
  };
  const loss = tf.addN([
    tf.mul(terms.reconstruction, weights.reconstruction),
    tf.mul(terms.regulariser, regularising(inputs)),
    tf.mul(terms.channels, weights.channels),
    tf.mul(tf.add(terms.real, terms.fake), 0.5),
    tf.mul(terms.penalty, options.discriminator.gradientPenalty ?? 0),
  ]) as tf.Scalar;
  const groups = new Set(Object.keys(parameters).map(groupOf));
  return {
    losses: Object.fromEntries([...groups].map((group) => [group, loss])),
    metrics: {
      reconstruction: terms.reconstruction as tf.Scalar,
      generator: terms.generator,
      discriminatorReal: terms.real,
      discriminatorFake: terms.fake,
      cosine: terms.cosine,
    },
    state: nextState,
  };
}

/** The weight of the regulariser, a scalar; 0 where there is none. */
function regularising(inputs: Tensors): tf.Tensor {
  const weight = inputs[REGULARISER_WEIGHT] as tf.Tensor | undefined;
  return weight ? tf.reshape(weight, []) : tf.scalar(0);
}

interface Compared {
  readonly z: tf.Tensor3D;
  /** ψ(z), rows. */
  readonly decoded: tf.Tensor2D;
  readonly moved: Transformed;
  readonly nextState: Tensors;
}

/** The cross-entropies of D on z and on g·z, and its gradient penalty. */
function compare(
  { autoencoder, discriminator, options, statistics }: Model,
  { parameters, state, inputs }: ProgramTensors,
  { z, decoded, moved, nextState }: Compared,
): CrossEntropies & { readonly penalty: tf.Scalar } {
  const { latentDimension, decoder } = autoencoder;
  const training = statistics === 'batch';
  // A layer with carried state must not take the transformed states into its statistics.
  const decodeMoved = (): tf.Tensor =>
    decoder.apply(tf.reshape(moved.z, [-1, latentDimension]) as tf.Tensor2D, {
      parameters,
      state,
      nextState: {},
      training,
    });
  const scale = nextState[DISPLACEMENT_SCALE];
  const labels = inputs.labels as tf.Tensor | undefined;
  const seen = options.discriminator;
  const real = discriminatorInput(seen, { z, decoded: () => decoded, labels }, scale);
  const fake = discriminatorInput(seen, { z: moved.z, decoded: decodeMoved, labels }, scale);
  const scope = { parameters, state, nextState, training: true };
  const directions = inputs[DIRECTIONS] as tf.Tensor2D | undefined;
  return {
    ...adversarialTerms(discriminator, real, fake, options.weights.adversarial, scope),
    penalty: directions ? gradientPenalty(discriminator, real, directions, scope) : tf.scalar(0),
  };
}

/** The chosen regulariser R, and the mean cosine between z and g·z to report. */
function regularise(
  { regulariser, representation }: SymmetryOptions,
  generators: Tensors,
  z: tf.Tensor3D,
  moved: Transformed,
): { regulariser: tf.Scalar; cosine: tf.Scalar } {
  const fromOrigin = regulariser.kind === 'cosine' && !regulariser.centred;
  const cosine = fromOrigin ? meanCosine(z, moved.z) : meanCosine(...moved.centred);
  switch (regulariser.kind) {
    case 'cosine':
      return { regulariser: tf.abs(cosine), cosine };
    case 'norm':
      return { regulariser: cappedNorm(representation, generators), cosine };
    case 'none':
      return { regulariser: tf.scalar(0), cosine };
  }
}
