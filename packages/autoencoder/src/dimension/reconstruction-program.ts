import * as tf from '@tensorflow/tfjs';
import type { Program, TrainableEncoder } from '@noether/compute';

/** One training step on mean |ψ(φ(x)) − x|² of a batch. */
export function reconstructionProgram(
  { encoder, decoder, inputDimension }: TrainableEncoder,
  batchSize: number,
): Program {
  return {
    parameters: { ...encoder.parameters, ...decoder.parameters },
    state: encoder.state,
    inputs: { x: { shape: [batchSize, inputDimension] } },
    step: ({ parameters, state, inputs }) => {
      const nextState = {};
      const scope = { parameters, state, nextState, training: true };
      const x = inputs.x as tf.Tensor2D;
      const decoded = decoder.apply(encoder.apply(x, scope), scope);
      const loss = tf.mean(tf.squaredDifference(decoded, x)) as tf.Scalar;
      return { losses: { autoencoder: loss }, metrics: { loss }, state: nextState };
    },
  };
}
