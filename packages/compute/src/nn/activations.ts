import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer.js';

type Function = (x: tf.Tensor) => tf.Tensor;

/**
 * f entry by entry, with its derivatives for the forward modes; for tensors of any rank. Along a path,
 * f(x)̈ = f′(x) ẍ + f″(x) ẋ².
 */
function activation(value: Function, derivative: Function, second?: Function): Layer {
  const layer: Layer = {
    parameters: {},
    state: {},
    apply: (x) => value(x) as tf.Tensor2D,
    push: (x) => ({
      value: value(x.value) as tf.Tensor2D,
      tangent: tf.mul(x.tangent, derivative(x.value)),
    }),
  };
  if (second === undefined) return layer;
  return {
    ...layer,
    pushJet: (x) => {
      const slope = derivative(x.value);
      const bend = tf.mul(second(x.value), tf.square(x.tangent));
      return {
        value: value(x.value) as tf.Tensor2D,
        tangent: tf.mul(x.tangent, slope),
        acceleration: tf.add(tf.mul(x.acceleration, slope), bend),
      };
    },
  };
}

const SELU_SCALE = 1.0507009873554805;
const SELU_BELOW = SELU_SCALE * 1.6732632423543772;

const slopeOfSigmoid: Function = (x) => {
  const y = tf.sigmoid(x);
  return tf.mul(y, tf.sub(1, y));
};

const slopeOfTanh: Function = (x) => tf.sub(1, tf.square(tf.tanh(x)));

/** Φ(x) = (1 + erf(x/√2))/2. */
const normalCumulative: Function = (x) => tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5);

const normalDensity: Function = (x) =>
  tf.mul(tf.exp(tf.mul(tf.square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));

/** 1/(1 + e⁻ˣ). */
export const sigmoid: Layer = activation(
  (x) => tf.sigmoid(x),
  slopeOfSigmoid,
  (x) => tf.mul(slopeOfSigmoid(x), tf.sub(1, tf.mul(tf.sigmoid(x), 2))),
);

/** tanh x. */
export const tanh: Layer = activation(
  (x) => tf.tanh(x),
  slopeOfTanh,
  (x) => tf.mul(tf.mul(tf.tanh(x), -2), slopeOfTanh(x)),
);

/** ln(1 + eˣ). */
export const softplus: Layer = activation(
  (x) => tf.softplus(x),
  (x) => tf.sigmoid(x),
  slopeOfSigmoid,
);

/** x for x > 0, eˣ − 1 below (Clevert et al. 2015). */
export const elu: Layer = activation(
  (x) => tf.elu(x),
  (x) => tf.exp(tf.minimum(x, 0)),
  (x) => tf.mul(tf.exp(tf.minimum(x, 0)), tf.sub(1, tf.step(x))),
);

/** x/(1 + e⁻ˣ), also called SiLU (Ramachandran et al. 2017). */
export const swish: Layer = activation(
  (x) => tf.mul(x, tf.sigmoid(x)),
  (x) => tf.add(tf.sigmoid(x), tf.mul(x, slopeOfSigmoid(x))),
);

/** x Φ(x) with the normal distribution's Φ, by erf (Hendrycks and Gimpel 2016). */
export const gelu: Layer = activation(
  (x) => tf.mul(x, normalCumulative(x)),
  (x) => tf.add(normalCumulative(x), tf.mul(x, normalDensity(x))),
);

/** λ x for x > 0, λ α (eˣ − 1) below, with the α and λ that keep mean 0 and variance 1 (Klambauer et al. 2017). */
export const selu: Layer = activation(
  (x) => tf.selu(x),
  (x) => tf.where(tf.greater(x, 0), SELU_SCALE, tf.mul(tf.exp(tf.minimum(x, 0)), SELU_BELOW)),
);

/** x between 0 and 6, the nearer of them outside. */
export const relu6: Layer = activation(
  (x) => tf.relu6(x),
  (x) => tf.mul(tf.step(x), tf.step(tf.sub(6, x))),
);

/** x/5 + 1/2 between 0 and 1, the nearer of them outside. */
export const hardSigmoid: Layer = activation(
  (x) => tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1),
  (x) => tf.mul(tf.step(tf.sub(2.5, tf.abs(x))), 0.2),
);

/** x/(1 + |x|). */
export const softsign: Layer = activation(
  (x) => tf.div(x, tf.add(tf.abs(x), 1)),
  (x) => tf.reciprocal(tf.square(tf.add(tf.abs(x), 1))),
);

/** x tanh(ln(1 + eˣ)) (Misra 2019). */
export const mish: Layer = activation(
  (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  (x) => {
    const bent = tf.tanh(tf.softplus(x));
    return tf.add(bent, tf.mul(tf.mul(x, tf.sigmoid(x)), tf.sub(1, tf.square(bent))));
  },
);

/** x for x > threshold, 0 below. */
export function thresholdedRelu(threshold = 1): Layer {
  return activation(
    (x) => tf.mul(x, tf.step(tf.sub(x, threshold))),
    (x) => tf.step(tf.sub(x, threshold)),
  );
}

/** x for x > 0, slope·x below. */
export function leakyRelu(slope = 0.01): Layer {
  return activation(
    (x) => tf.leakyRelu(x, slope),
    (x) => tf.step(x, slope),
  );
}
