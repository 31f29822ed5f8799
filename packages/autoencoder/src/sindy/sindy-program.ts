import * as tf from '@tensorflow/tfjs';
import type { Term } from '@noether/contracts';
import {
  pushJet,
  stopGradient,
  type LayerScope,
  type Program,
  type ProgramTensors,
  type TrainableEncoder,
} from '@noether/compute';
import { termValues } from './term-values.js';

/** The parameter Ξ, terms × latent variables. */
export const COEFFICIENTS = 'equations.coefficients';

/** Factors of the terms of the loss (Champion et al., equation 7). */
export interface SindyWeights {
  /** Of the mean squared error of x. Default 1. */
  readonly reconstruction?: number;
  /** λ₁, of the mean squared error of ẋ (ẍ for systems of second order). */
  readonly dataDerivative: number;
  /** λ₂, of the mean squared error of ż (z̈). */
  readonly latentDerivative: number;
  /** λ₃, of the size of the coefficients. */
  readonly sparsity: number;
}

export interface SindyProgramOptions {
  readonly batchSize: number;
  /** 1: ż = Θ(z) Ξ. 2: z̈ = Θ(z, ż) Ξ. */
  readonly order: 1 | 2;
  /** Terms in the k latent variables, or for order 2 in them and their velocities, 2k. */
  readonly terms: readonly Term[];
  readonly weights: SindyWeights;
  /**
   * `mean`: mean |Ξ|, as published. `relative`: mean |Ξ| / √(mean Ξ²), which has no preference for
   * small coefficients over large ones, only for few; units of time and of z do not matter to it.
   */
  readonly sparsity?: 'mean' | 'relative';
  /**
   * `mean`: mean |ż − Θ(z)Ξ|², as published, which is least where z hardly moves. `relative`: that over
   * mean |ż|² (z̈ for order 2), the unexplained share, to which the size of z does not matter.
   */
  readonly latentError?: 'mean' | 'relative';
  /**
   * `learned`: both errors of derivatives teach all parameters that they depend on. `measured`: J_φ(x)·ẋ
   * (J_φ·ẍ + … for order 2) and the derivative that ψ gives are constants to the gradient, so that λ₁ teaches
   * nothing, and λ₂ only Ξ and, through Θ(z), the encoder. The baseline that was released with LaLiGAN
   * is trained so. Default `learned`.
   */
  readonly derivatives?: 'learned' | 'measured';
  /** Factor on the squared errors of each data column; default 1. */
  readonly columnWeights?: ArrayLike<number>;
}

/**
 * One step of a SINDy autoencoder: z = φ(x), Ξ of terms × k, Θ the terms at z, and the loss
 *
 * mean |x − ψ(z)|² + λ₁ mean |ẋ − J_ψ(z)·Θ(z)Ξ|² + λ₂ mean |J_φ(x)·ẋ − Θ(z)Ξ|² + λ₃ mean |Ξ|
 *
 * with means over all elements (Champion, Lusch, Kutz and Brunton, PNAS 116:22445, 2019). For order 2
 * it is the same with ẍ and z̈, both by forward mode of second order. Every term carries gradients to
 * all parameters that it depends on, unless `derivatives` says otherwise. Inputs: `x`, `velocity`, for order 2 `acceleration` (batch ×
 * data dimension); `mask` (terms × k), 0 for a pruned term; `sparse`, a factor on λ₃.
 */
export function sindyProgram(autoencoder: TrainableEncoder, options: SindyProgramOptions): Program {
  const { inputDimension, latentDimension, encoder, decoder } = autoencoder;
  const { batchSize, order, terms } = options;
  const rows = { shape: [batchSize, inputDimension] };
  const coefficients = [terms.length, latentDimension];
  return {
    parameters: {
      ...encoder.parameters,
      ...decoder.parameters,
      [COEFFICIENTS]: {
        shape: coefficients,
        initial: () => new Float32Array(terms.length * latentDimension).fill(1),
      },
    },
    state: { ...encoder.state, ...decoder.state },
    inputs: {
      x: rows,
      velocity: rows,
      ...(order === 2 && { acceleration: rows }),
      mask: { shape: coefficients },
      sparse: { shape: [] },
    },
    step: (tensors) => {
      const parts = errorsOf(autoencoder, options, tensors);
      const { weights } = options;
      const loss = tf.addN([
        tf.mul(parts.reconstruction, weights.reconstruction ?? 1),
        tf.mul(parts.dataDerivative, weights.dataDerivative),
        tf.mul(parts.latentDerivative, weights.latentDerivative),
        tf.mul(tf.mul(parts.sparsity, weights.sparsity), tensors.inputs.sparse),
      ]) as tf.Scalar;
      return {
        losses: { autoencoder: loss, equations: loss },
        metrics: { loss, ...parts },
        state: tensors.state,
      };
    },
  };
}

interface Errors {
  readonly reconstruction: tf.Scalar;
  readonly dataDerivative: tf.Scalar;
  readonly latentDerivative: tf.Scalar;
  readonly sparsity: tf.Scalar;
}

function errorsOf(
  { encoder, decoder }: TrainableEncoder,
  options: SindyProgramOptions,
  { parameters, state, inputs }: ProgramTensors,
): Errors {
  const scope: LayerScope = { parameters, state, nextState: {}, training: true };
  const xi = tf.mul(parameters[COEFFICIENTS], inputs.mask) as tf.Tensor2D;
  const error = (given: tf.Tensor, found: tf.Tensor): tf.Scalar => {
    const squared = tf.squaredDifference(given, found);
    const weights = options.columnWeights;
    return tf.mean(weights ? tf.mul(squared, tf.tensor1d(Float32Array.from(weights))) : squared);
  };
  const taught = (derivative: tf.Tensor2D): tf.Tensor2D =>
    options.derivatives === 'measured' ? stopGradient(derivative) : derivative;
  const sparsity = sizeOfCoefficients(xi, options.sparsity ?? 'mean');
  const value = inputs.x as tf.Tensor2D;
  const tangent = inputs.velocity as tf.Tensor2D;
  if (options.order === 1) {
    const z = encoder.push({ value, tangent }, scope);
    const predicted = tf.matMul(termValues(options.terms, z.value), xi) as tf.Tensor2D;
    const x = decoder.push({ value: z.value, tangent: predicted }, scope);
    return {
      reconstruction: error(value, x.value),
      dataDerivative: error(tangent, taught(x.tangent)),
      latentDerivative: latentError(taught(z.tangent), predicted, options),
      sparsity,
    };
  }
  const acceleration = inputs.acceleration as tf.Tensor2D;
  const z = pushJet(encoder, { value, tangent, acceleration }, scope);
  const variables = tf.concat2d([z.value, z.tangent], 1);
  const predicted = tf.matMul(termValues(options.terms, variables), xi) as tf.Tensor2D;
  const x = pushJet(decoder, { ...z, acceleration: predicted }, scope);
  return {
    reconstruction: error(value, x.value),
    dataDerivative: error(acceleration, taught(x.acceleration)),
    latentDerivative: latentError(taught(z.acceleration), predicted, options),
    sparsity,
  };
}

function latentError(
  given: tf.Tensor2D,
  predicted: tf.Tensor2D,
  { latentError: kind = 'mean' }: SindyProgramOptions,
): tf.Scalar {
  const error: tf.Scalar = tf.mean(tf.squaredDifference(given, predicted));
  if (kind === 'mean') return error;
  return tf.div(error, tf.add(tf.mean(tf.square(given)), 1e-12));
}

function sizeOfCoefficients(xi: tf.Tensor2D, kind: 'mean' | 'relative'): tf.Scalar {
  const size: tf.Scalar = tf.mean(tf.abs(xi));
  if (kind === 'mean') return size;
  return tf.div(size, tf.sqrt(tf.add(tf.mean(tf.square(xi)), 1e-12)));
}
