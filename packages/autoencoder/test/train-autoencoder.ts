import * as tf from '@tensorflow/tfjs';
import type { EncoderRecord, NamedTensor } from '@noether/contracts';
import { createTrainer, selectEngine, type Program, type Trainer } from '@noether/compute';
import { mlpAutoencoder, type MlpAutoencoderOptions } from '@noether/autoencoder';
import { randomStream } from '@noether/numerics';

const BATCH = 32;

/** Reconstruction alone, as a training program. */
function reconstructionProgram(options: MlpAutoencoderOptions): Program {
  const { encoder, decoder, inputDimension } = mlpAutoencoder(options);
  return {
    parameters: { ...encoder.parameters, ...decoder.parameters },
    state: encoder.state,
    inputs: { x: { shape: [BATCH, inputDimension] } },
    step: ({ parameters, state, inputs }) => {
      const nextState = {};
      const scope = { parameters, state, nextState, training: true };
      const x = inputs.x as tf.Tensor2D;
      const loss = tf.mean(
        tf.squaredDifference(decoder.apply(encoder.apply(x, scope), scope), x),
      ) as tf.Scalar;
      return { losses: { autoencoder: loss }, metrics: { loss }, state: nextState };
    },
  };
}

/** Trains on points of a noisy ring; `watch` sees the trainer and the loss after every step. */
export async function trainAutoencoder(
  options: MlpAutoencoderOptions,
  steps: number,
  watch: (trainer: Trainer, loss: number) => void = () => {},
): Promise<EncoderRecord> {
  const random = randomStream(7);
  const trainer = await createTrainer(reconstructionProgram(options), {
    engine: await selectEngine('onnx-native'),
    random,
    optimisers: { autoencoder: { learningRate: 1e-2 } },
  });
  for (let step = 0; step < steps; step++) {
    const { loss } = await trainer.step({
      x: Float32Array.from(ring(BATCH, options.inputDimension, random.split(`batch ${step}`))),
    });
    watch(trainer, loss);
  }
  const tensors: Record<string, NamedTensor> = {};
  for (const [name, tensor] of Object.entries(trainer.save())) {
    tensors[name.replace(/^(parameter|state):/, '')] = tensor;
  }
  await trainer.dispose();
  return mlpAutoencoder(options).toRecord(tensors);
}

/** Rows near a ring in the first two of `dimension` variables, far from the origin. */
export function ring(
  rows: number,
  dimension: number,
  random: ReturnType<typeof randomStream>,
): Float64Array {
  const states = new Float64Array(rows * dimension);
  for (let row = 0; row < rows; row++) {
    const angle = 2 * Math.PI * random.uniform();
    for (let column = 0; column < dimension; column++) {
      const round = [3 + Math.cos(angle), Math.sin(angle) - 2][column] ?? 0;
      states[row * dimension + column] = round + 0.1 * random.normal();
    }
  }
  return states;
}
