import * as tf from '@tensorflow/tfjs';
import { matrixExponential, mlp, type Program, type TrainableEncoder } from '@noether/compute';

export interface SymmetryProgramOptions {
  readonly batch: number;
  /** Fixed generators, each k × k, row by row. */
  readonly basis: readonly (readonly number[])[];
  readonly discriminator: { readonly width: number; readonly hidden: number };
}

/**
 * A step of equivariant representation learning with a known group, as LaLiGAN trains its
 * convolutional tasks: reconstruction, the discriminator's opinion of exp(Σ wᵢLᵢ)(z − z̄) + z̄, and
 * the discriminator's own loss.
 */
export function symmetryProgram(
  { encoder, decoder, inputDimension, latentDimension: k }: TrainableEncoder,
  { batch, basis, discriminator: size }: SymmetryProgramOptions,
): Program {
  const discriminator = mlp('discriminator.net', { ...size, inputs: k, outputs: 1 });
  return {
    parameters: { ...encoder.parameters, ...decoder.parameters, ...discriminator.parameters },
    state: encoder.state,
    inputs: { x: { shape: [batch, inputDimension] }, w: { shape: [batch, basis.length] } },
    step({ parameters, state, inputs }) {
      const scope = { parameters, state, nextState: {}, training: true };
      const x = inputs.x as tf.Tensor2D;
      const z = encoder.apply(x, scope);
      const generators = tf.tensor2d(basis.flat(), [basis.length, k * k]);
      const exponents = tf.reshape(tf.matMul(inputs.w as tf.Tensor2D, generators), [batch, k, k]);
      const centre = tf.mean(z, 0, true);
      const offset = tf.expandDims(tf.sub(z, centre), 2);
      const turned = tf.matMul(matrixExponential(exponents as tf.Tensor3D), offset).squeeze([2]);
      const fake = tf.add(turned, centre) as tf.Tensor2D;
      const [onReal, onFake] = [z, fake].map((rows) => discriminator.apply(rows, scope));
      const mean = (values: tf.Tensor): tf.Scalar => tf.mean(values) as tf.Scalar;
      const reconstruction = mean(tf.squaredDifference(decoder.apply(z, scope), x));
      const judged = mean(tf.add(tf.softplus(tf.neg(onReal)), tf.softplus(onFake)));
      const fooled = mean(tf.softplus(tf.neg(onFake)));
      const losses = {
        autoencoder: tf.add(reconstruction, tf.mul(fooled, 0.01)) as tf.Scalar,
        discriminator: tf.mul(judged, 0.5) as tf.Scalar,
      };
      return { losses, metrics: { ...losses, reconstruction, fooled }, state: scope.nextState };
    },
  };
}
