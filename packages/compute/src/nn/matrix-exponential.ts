import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.js';

/** Halvings before the Taylor series: norms up to 2⁸·0.4 ≈ 100 keep float32 accuracy. */
const SQUARINGS = 8;
const TAYLOR_TERMS = 8;

/**
 * exp of a batch of matrices, B × k × k → B × k × k, differentiable. 2 × 2 in closed form, larger
 * ones by scaling and squaring with a Taylor polynomial of degree 8 (all operations are fixed, so
 * that the function can be traced). For norms up to 100 the error is below 2e-6 (1 + |X|) times the
 * largest entry of exp X, or times 1 where all entries are smaller.
 */
export function matrixExponential(matrices: tf.Tensor3D): tf.Tensor3D {
  return matrices.shape[1] === 2 ? closedForm(matrices) : scalingAndSquaring(matrices);
}

/**
 * It is P = exp(X) − I that is summed and squared, (I + P)² − I = P (P + 2I): beside the ones of I
 * the digits of small entries would be lost, and every squaring would double the loss.
 */
function scalingAndSquaring(matrices: tf.Tensor3D): tf.Tensor3D {
  const size = matrices.shape[1];
  const identity = tf.reshape(tf.eye(size), [1, size, size]);
  const twice = tf.mul(identity, 2);
  const scaled = tf.mul(matrices, 2 ** -SQUARINGS);
  let power: tf.Tensor = tf.div(scaled, TAYLOR_TERMS);
  for (let term = TAYLOR_TERMS - 1; term >= 1; term--) {
    power = tf.div(tf.add(tf.matMul(scaled, power as tf.Tensor3D), scaled), term);
  }
  for (let count = 0; count < SQUARINGS; count++) {
    power = tf.matMul(power as tf.Tensor3D, tf.add(power, twice) as tf.Tensor3D);
  }
  return tf.add(power, identity) as tf.Tensor3D;
}

/**
 * exp(A) = e^τ (c(q) I + s(q) (A − τI)) with τ = tr A / 2 and q = −det(A − τI), where
 * c(q) = cosh √q and s(q) = sinh √q / √q are entire in q (cos and sinc for negative q).
 */
function closedForm(matrices: tf.Tensor3D): tf.Tensor3D {
  const [a, b, c, d] = tf.split(tf.reshape(matrices, [-1, 4]), 4, 1);
  const half = tf.mul(tf.sub(a, d), 0.5);
  const factor = tf.exp(tf.mul(tf.add(a, d), 0.5));
  const q = tf.add(tf.square(half), tf.mul(b, c));
  const even = tf.mul(factor, evenPart(q));
  const odd = tf.mul(factor, oddPart(q));
  const entries = [
    tf.add(even, tf.mul(odd, half)),
    tf.mul(odd, b),
    tf.mul(odd, c),
    tf.sub(even, tf.mul(odd, half)),
  ];
  return tf.reshape(tf.concat(entries, 1), [-1, 2, 2]);
}

type Unary = (q: tf.Tensor) => tf.Tensor;

/** cosh √q; derivative s(q)/2. */
const evenPart: Unary = withGradient<[tf.Tensor], tf.Tensor>(even, (dy, [q]) => [
  tf.mul(dy, tf.mul(odd(q), 0.5)),
]);

/** sinh √q / √q; derivative (c(q) − s(q)) / 2q, by its series near zero. */
const oddPart: Unary = withGradient<[tf.Tensor], tf.Tensor>(odd, (dy, [q]) => [
  tf.mul(dy, oddDerivative(q)),
]);

function roots(q: tf.Tensor): { root: tf.Tensor; rotates: tf.Tensor } {
  return { root: tf.sqrt(tf.maximum(tf.abs(q), 1e-12)), rotates: tf.less(q, 0) };
}

/** Clipped so that the branch that is not taken cannot overflow. */
function clipped(root: tf.Tensor): tf.Tensor {
  return tf.minimum(root, 80);
}

function even(q: tf.Tensor): tf.Tensor {
  const { root, rotates } = roots(q);
  return tf.where(rotates, tf.cos(root), tf.cosh(clipped(root)));
}

function odd(q: tf.Tensor): tf.Tensor {
  const { root, rotates } = roots(q);
  const exact = tf.div(tf.where(rotates, tf.sin(root), tf.sinh(clipped(root))), root);
  const series = tf.add(1, tf.div(q, 6));
  return tf.where(tf.less(tf.abs(q), 1e-4), series, exact);
}

function oddDerivative(q: tf.Tensor): tf.Tensor {
  const near = tf.less(tf.abs(q), 1e-1);
  const safe = tf.where(near, tf.onesLike(q), q);
  const exact = tf.div(tf.sub(even(q), odd(q)), tf.mul(safe, 2));
  const series = tf.add(
    1 / 6,
    tf.mul(q, tf.add(1 / 60, tf.mul(q, tf.add(1 / 1680, tf.mul(q, 1 / 90720))))),
  );
  return tf.where(near, series, exact);
}
