import * as tf from '@tensorflow/tfjs';
import type { LayerScope, StateSpec } from '@noether/compute';

/** Weight of the newest batch in the running statistics. */
const MOMENTUM = 0.1;

/** The map of rows to mean 0 and covariance I. */
export interface Whitening {
  readonly state: Readonly<Record<string, StateSpec>>;
  apply(x: tf.Tensor2D, scope: LayerScope): tf.Tensor2D;
}

/**
 * C⁻¹(x − μ) with the mean μ and the Cholesky factor C of the covariance of the rows x of a batch, in
 * training, or of their running values: batch norm that leaves no correlation.
 */
export function whitening(name: string, size: number): Whitening {
  const [mean, covariance] = [`${name}.mean`, `${name}.covariance`];
  const running = ({ state }: LayerScope): tf.Tensor2D => state[covariance] as tf.Tensor2D;
  const mix = (old: tf.Tensor, fresh: tf.Tensor): tf.Tensor =>
    tf.add(tf.mul(old, 1 - MOMENTUM), tf.mul(fresh, MOMENTUM));
  return {
    state: {
      [mean]: { shape: [size], initial: new Float32Array(size) },
      [covariance]: { shape: [size, size], initial: identityMatrix(size) },
    },
    apply: (x, scope) => {
      const { state, nextState, training } = scope;
      if (!training) return solved(tf.sub(x, state[mean]), running(scope));
      const centre = tf.mean(x, 0);
      const centred: tf.Tensor2D = tf.sub(x, centre);
      const fresh: tf.Tensor2D = tf.div(tf.matMul(centred, centred, true), x.shape[0]);
      nextState[mean] = mix(state[mean], centre);
      nextState[covariance] = mix(running(scope), fresh);
      return solved(centred, fresh);
    },
  };
}

function identityMatrix(size: number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
}

/** Rows x as C⁻¹x, by forward substitution while C is computed. */
function solved(x: tf.Tensor2D, covariance: tf.Tensor2D): tf.Tensor2D {
  const [, size] = x.shape;
  const columns = tf.split(x, size, 1);
  const factor: tf.Tensor[][] = [];
  const results: tf.Tensor[] = [];
  for (let i = 0; i < size; i++) {
    const row: tf.Tensor[] = [];
    for (let j = 0; j < i; j++) {
      const product = row.reduce<tf.Tensor>(
        (rest, entry, at) => tf.sub(rest, tf.mul(entry, factor[j][at])),
        tf.slice(covariance, [i, j], [1, 1]),
      );
      row.push(tf.mul(product, factor[j][j]));
    }
    const own = row.reduce<tf.Tensor>(
      (rest, entry) => tf.sub(rest, tf.square(entry)),
      tf.slice(covariance, [i, i], [1, 1]),
    );
    const value = row.reduce<tf.Tensor>(
      (rest, entry, at) => tf.sub(rest, tf.mul(results[at], entry)),
      columns[i],
    );
    row.push(tf.rsqrt(tf.maximum(own, 1e-8)));
    factor.push(row);
    results.push(tf.mul(value, row[i]));
  }
  return tf.concat(results, 1) as tf.Tensor2D;
}
