import * as tf from '@tensorflow/tfjs';
import { chain, matrixExponential, mlp, scaleGradient, type Program } from '../../src/index.js';

const BATCH = 16;
const WIDE = 7;

/**
 * What LaLiGAN computes, small: an encoder with batch norm and orthonormal last layer, random group
 * elements exp(c L) on the latent space, a decoder, a discriminator that sees real and transformed
 * points, and a loss of its own for the discriminator.
 */
export function laliganProgram(latent: number): Program {
  const size = { width: 12, hidden: 2 };
  const encoder = mlp('autoencoder.encoder', {
    ...size,
    inputs: WIDE,
    outputs: latent,
    batchNorm: true,
    orthogonal: true,
  });
  const decoder = mlp('autoencoder.decoder', { ...size, inputs: latent, outputs: WIDE });
  const discriminator = mlp('discriminator.net', { ...size, inputs: WIDE, outputs: 1 });
  const networks = chain([encoder, decoder, discriminator]);
  return {
    parameters: {
      ...networks.parameters,
      'generator.matrix': {
        shape: [latent, latent],
        initial: (random) => random.fillNormal(new Float32Array(latent * latent)),
      },
    },
    state: networks.state,
    inputs: { x: { shape: [BATCH, WIDE] }, coefficient: { shape: [BATCH, 1, 1] } },
    step({ parameters, state, inputs }) {
      const scope = { parameters, state, nextState: {}, training: true };
      const x = inputs.x as tf.Tensor2D;
      const z = encoder.apply(x, scope);
      const generator = tf.mul(inputs.coefficient, parameters['generator.matrix']) as tf.Tensor3D;
      const moved = tf.matMul(matrixExponential(generator), tf.expandDims(z, 2)).squeeze([2]);
      const fake = decoder.apply(moved as tf.Tensor2D, scope);
      const [onReal, onFake] = [x, fake].map((points) => discriminator.apply(points, scope));
      const softened = scaleGradient(onFake, (score) => tf.sigmoid(tf.neg(score)));
      const mean = (values: tf.Tensor): tf.Scalar => tf.mean(values) as tf.Scalar;
      const reconstruction = mean(tf.squaredDifference(decoder.apply(z, scope), x));
      const fooled = mean(tf.softplus(tf.neg(softened)));
      const shared = tf.add(reconstruction, fooled) as tf.Scalar;
      const judged = tf.add(mean(tf.softplus(tf.neg(onReal))), mean(tf.softplus(onFake)));
      const losses = { autoencoder: shared, generator: shared, discriminator: judged as tf.Scalar };
      return { losses, metrics: { ...losses, reconstruction, fooled }, state: scope.nextState };
    },
  };
}

/** A batch and coefficients for {@link laliganProgram}. */
export function laliganBatch(random: {
  fillNormal(target: Float32Array): Float32Array;
}): Record<string, Float32Array> {
  return {
    x: random.fillNormal(new Float32Array(BATCH * WIDE)),
    coefficient: random.fillNormal(new Float32Array(BATCH)),
  };
}
