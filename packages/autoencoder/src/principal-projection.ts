import * as tf from '@tensorflow/tfjs';
import type { LayerScope, StateSpec } from '@noether/compute';

/** Weight of the newest batch in the running mean and size. */
const MOMENTUM = 0.05;

/** The projection onto the principal directions of what it is shown, found while it runs. */
export interface PrincipalProjection {
  readonly state: Readonly<Record<string, StateSpec>>;
  /** P (x − μ)/σ, rows × count. */
  apply(x: tf.Tensor2D, scope: LayerScope): tf.Tensor2D;
  /** Takes a batch in, with 1 for `open`; leaves everything as it is with 0. */
  learn(x: tf.Tensor2D, open: tf.Tensor, scope: LayerScope): void;
}

/**
 * P (x − μ)/σ with the `count` principal directions P of the rows x, their mean μ and the root mean
 * square σ of P (x − μ), all carried as state: a step of orthogonal iteration, P ← orth(P + C P/tr(P C Pᵀ)) with
 * the covariance C of a batch, each time that it learns. Carries no gradient.
 */
export function principalProjection(
  name: string,
  inputs: number,
  count: number,
): PrincipalProjection {
  const [mean, directions, size] = ['mean', 'directions', 'size'].map((part) => `${name}.${part}`);
  const scaled = (x: tf.Tensor, { state }: LayerScope): tf.Tensor2D =>
    tf.div(tf.matMul(x as tf.Tensor2D, state[directions] as tf.Tensor2D), state[size]);
  return {
    state: {
      [mean]: { shape: [inputs], initial: new Float32Array(inputs) },
      [directions]: { shape: [inputs, count], initial: spreadColumns(inputs, count) },
      [size]: { shape: [1], initial: Float32Array.of(1) },
    },
    apply: (x, scope) => scaled(tf.sub(x, scope.state[mean]), scope),
    learn: (x, open, { state, nextState }) => {
      const share = tf.mul(open, MOMENTUM);
      const mix = (old: tf.Tensor, fresh: tf.Tensor): tf.Tensor =>
        tf.add(old, tf.mul(share, tf.sub(fresh, old)));
      const centred = tf.sub(x, tf.mean(x, 0)) as tf.Tensor2D;
      const old = state[directions] as tf.Tensor2D;
      const shown = tf.matMul(centred, old) as tf.Tensor2D;
      const square = tf.mean(tf.sum(tf.square(shown), 1));
      const pull = tf.div(tf.matMul(centred, shown, true), tf.mul(square, x.shape[0]));
      const turned = orthonormalColumns(tf.add(old, tf.mul(open, pull)));
      nextState[mean] = mix(state[mean], tf.mean(x, 0));
      nextState[directions] = turned;
      nextState[size] = mix(state[size], tf.sqrt(tf.add(tf.div(square, count), 1e-12)));
    },
  };
}

/** Column j is 1 on the places j, j + count, … up to its length. */
function spreadColumns(rows: number, count: number): Float32Array {
  const length = Math.sqrt(Math.ceil(rows / count));
  return Float32Array.from({ length: rows * count }, (_, at) =>
    Math.floor(at / count) % count === at % count ? 1 / length : 0,
  );
}

/** By Gram and Schmidt. */
function orthonormalColumns(matrix: tf.Tensor2D): tf.Tensor2D {
  const columns: tf.Tensor[] = [];
  for (const column of tf.split(matrix, matrix.shape[1], 1)) {
    const rest = columns.reduce<tf.Tensor>(
      (left, other) => tf.sub(left, tf.mul(other, tf.sum(tf.mul(other, left)))),
      column,
    );
    columns.push(tf.div(rest, tf.norm(rest)));
  }
  return tf.concat(columns, 1) as tf.Tensor2D;
}
