import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import type { AnyLayer, Layer } from './layer.js';

/** Batch × anything → rows. */
export const flatten: Layer<tf.Tensor> = reshaping((batch, rest) => [batch, sizeOf(rest)]);

/** Rows → batch × `shape`, whose last axis runs fastest. */
export function unflatten(shape: readonly number[]): AnyLayer {
  return reshaping((batch) => [batch, ...shape]);
}

function reshaping<Output extends tf.Tensor>(
  shapeOf: (batch: number, rest: readonly number[]) => number[],
): Layer<tf.Tensor, Output> {
  const reshape = (x: tf.Tensor): Output => {
    const [batch, ...rest] = x.shape;
    return tf.reshape(x, shapeOf(batch, rest)) as unknown as Output;
  };
  return {
    parameters: {},
    state: {},
    apply: reshape,
    push: ({ value, tangent }) => ({ value: reshape(value), tangent: reshape(tangent) }),
  };
}
