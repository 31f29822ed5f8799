import * as tf from '@tensorflow/tfjs';
import type { Tensors } from '@noether/compute';
import { generatorName, learnedBlocks } from './group-action.js';
import type { Representation } from './representation.js';

/** Mean over batch and states of cos(a, b) along the last axis. */
export function meanCosine(a: tf.Tensor3D, b: tf.Tensor3D): tf.Scalar {
  const product = tf.sum(tf.mul(a, b), -1);
  const norms = tf.mul(tf.sum(tf.square(a), -1), tf.sum(tf.square(b), -1));
  return tf.mean(tf.mul(product, tf.rsqrt(tf.add(norms, 1e-12))));
}

/** −Σ over blocks of min(‖L‖_F, c·d), the reference implementation's `Lnorm`. */
export function cappedNorm(representation: Representation, generators: Tensors): tf.Scalar {
  const terms = learnedBlocks(representation).map(({ block, index }) => {
    const length = tf.sqrt(tf.add(tf.sum(tf.square(generators[generatorName(index)])), 1e-12));
    return tf.neg(tf.minimum(length, block.generators * block.dimension));
  });
  return terms.length === 0 ? tf.scalar(0) : (tf.addN(terms) as tf.Scalar);
}

/** Σ over blocks and pairs i < j of |⟨Lᵢ, Lⱼ⟩_F| / (‖Lᵢ‖‖Lⱼ‖): zero when generators are orthogonal. */
export function channelOverlap(representation: Representation, generators: Tensors): tf.Scalar {
  const terms: tf.Tensor[] = [];
  for (const { block, index } of learnedBlocks(representation)) {
    const rows = tf.reshape(generators[generatorName(index)], [
      block.generators,
      -1,
    ]) as tf.Tensor2D;
    const unit = tf.mul(rows, tf.rsqrt(tf.add(tf.sum(tf.square(rows), 1, true), 1e-12)));
    const overlap = tf.abs(tf.matMul(unit as tf.Tensor2D, unit as tf.Tensor2D, false, true));
    terms.push(tf.mul(tf.sub(tf.sum(overlap), tf.sum(tf.square(unit))), 0.5));
  }
  return terms.length === 0 ? tf.scalar(0) : (tf.addN(terms) as tf.Scalar);
}
