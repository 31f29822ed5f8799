import * as tf from '@tensorflow/tfjs';
import type { Layer, LayerScope } from '@noether/compute';

/** Passes over the angles. */
const PASSES = 3;
/** Damping, of the mean squared length of a slope. */
const DAMPING = 0.02;

/** What a decoder of a plane adds to the sum. */
export interface Shown {
  readonly decoder: Layer;
  /** 1 when it takes part in the sum, else 0. */
  readonly present: tf.Tensor | number;
}

/**
 * α̇ with Σ α̇_p ∂ψ_p/∂α_p near to ẋ: how fast the angles of Σ ψ_p(z_p) turn as the state moves, rows × 1
 * each. By least squares, damped by 2 % of the mean squared slope, in three Gauss–Seidel passes over the normal
 * equations, so rates come out some percent off.
 */
export function angularVelocities(
  parts: readonly Shown[],
  codes: readonly tf.Tensor2D[],
  velocity: tf.Tensor2D,
  scope: LayerScope,
): tf.Tensor[] {
  const slopes = parts.map(({ decoder, present }, part) => {
    const code = codes[part];
    const { tangent } = decoder.push({ value: code, tangent: quarterTurn(code) }, scope);
    return tf.mul(tangent, present) as tf.Tensor2D;
  });
  return leastSquares(slopes, velocity);
}

/** (x, y) → (−y, x), row by row. */
export function quarterTurn(z: tf.Tensor2D): tf.Tensor2D {
  const [x, y]: tf.Tensor2D[] = tf.split(z, 2, 1);
  return tf.concat([tf.neg(y), x], 1);
}

/** The rates α̇ that bring Σ α̇_p s_p close to the velocity. */
function leastSquares(slopes: readonly tf.Tensor2D[], velocity: tf.Tensor2D): tf.Tensor[] {
  const scales = slopes.map((slope) => {
    const square = tf.sum(tf.square(slope), 1, true);
    return tf.add(square, tf.add(tf.mul(tf.mean(square), DAMPING), 1e-8));
  });
  const rates: tf.Tensor[] = slopes.map((slope) => tf.zerosLike(tf.sum(slope, 1, true)));
  let left: tf.Tensor = velocity;
  for (let pass = 0; pass < PASSES; pass++) {
    slopes.forEach((slope, part) => {
      const change = tf.div(tf.sum(tf.mul(slope, left), 1, true), scales[part]);
      left = tf.sub(left, tf.mul(slope, change));
      rates[part] = tf.add(rates[part], change);
    });
  }
  return rates;
}
