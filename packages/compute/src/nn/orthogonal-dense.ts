import * as tf from '@tensorflow/tfjs';
import { invalidArgument } from '@noether/contracts';
import { uniformFanIn } from './dense.js';
import type { Layer } from './layer.js';

/**
 * Orthonormal rows from unconstrained reflection vectors: W = (H₁ … H_k E_k)ᵀ with the Householder
 * reflections Hᵢ = I − 2 vᵢvᵢᵀ/|vᵢ|² and E_k the first k columns of I. vectors: k × n → W: k × n,
 * W Wᵀ = I to rounding, differentiable everywhere but at vᵢ = 0.
 */
export function orthonormalRows(vectors: tf.Tensor2D): tf.Tensor2D {
  const [count, size] = vectors.shape;
  let columns = tf.transpose(tf.eye(size, count)) as tf.Tensor2D;
  for (let index = count - 1; index >= 0; index--) {
    const v = tf.slice(vectors, [index, 0], [1, size]);
    const along = tf.matMul(columns, v, false, true);
    const scaled = tf.div(tf.mul(along, 2), tf.sum(tf.square(v)));
    columns = tf.sub(columns, tf.mul(scaled, v));
  }
  return columns;
}

/**
 * x Wᵀ + b with W Wᵀ = I during the whole training, so that the latent space can neither shrink nor
 * lose a dimension (LaLiGAN's orthogonal last encoder layer). Named `name.vectors`, `name.bias`.
 * @throws NoetherError when there are fewer inputs than outputs, which leaves no room for
 * orthonormal rows
 */
export function orthogonalDense(name: string, inputs: number, outputs: number): Layer {
  if (inputs < outputs) {
    throw invalidArgument(
      'inputs',
      inputs,
      `orthonormal rows need at least as many inputs as the ${outputs} outputs`,
    );
  }
  const vectors = `${name}.vectors`;
  const bias = `${name}.bias`;
  return {
    parameters: {
      [vectors]: {
        shape: [outputs, inputs],
        initial: (random) => random.fillNormal(new Float32Array(outputs * inputs)),
      },
      [bias]: uniformFanIn([outputs], inputs),
    },
    state: {},
    apply: (x, { parameters }) => {
      const w = orthonormalRows(parameters[vectors] as tf.Tensor2D);
      return tf.add(tf.matMul(x, w, false, true), parameters[bias]);
    },
    push: ({ value, tangent }, { parameters }) => {
      const w = orthonormalRows(parameters[vectors] as tf.Tensor2D);
      return {
        value: tf.add(tf.matMul(value, w, false, true), parameters[bias]),
        tangent: tf.matMul(tangent, w, false, true),
      };
    },
  };
}
