import * as tf from '@tensorflow/tfjs';
import type { Context, Windows } from '@noether/contracts';
import { batches, createTrainer, mlp, type Engine, type Program } from '@noether/compute';

export interface BaselineOptions {
  /** Entries of the matrix that are learned, 0 or 1, d × d. */
  readonly mask: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
}

/**
 * SymmetryGAN (Desai, Nachman, Thaler, Phys. Rev. D 105 (2022) 096031) on windows of neighbouring states:
 * one matrix W, not an exponential, is trained so that a discriminator cannot tell W x from x, with
 * |mean cos(W x, x)| of weight 1 against the identity, as LieGAN runs it for comparison.
 * @returns W, row-major d × d
 */
export async function symmetryGanElement(
  windows: Windows,
  engine: Engine,
  { mask, epochs, batchSize }: BaselineOptions,
  context: Context,
): Promise<Float64Array> {
  const trainer = await createTrainer(program(windows, mask, batchSize), {
    engine,
    random: context.random.split('parameters'),
    optimisers: {
      generator: { learningRate: 1e-3, beta1: 0.5 },
      discriminator: { learningRate: 2e-4 },
    },
  });
  const feed = batches({ x: windows }, { size: batchSize, random: context.random.split('order') });
  const total = feed.perEpoch * epochs;
  try {
    for (let done = 0; done < total; done++) {
      context.signal?.throwIfAborted();
      await trainer.step(feed.next());
      context.observe({ kind: 'progress', stage: 'training', done, total, unit: 'step' });
    }
    return Float64Array.from(
      trainer.parameters['generator.matrix'],
      (value, at) => value * mask[at],
    );
  } finally {
    await trainer.dispose();
  }
}

function program(windows: Windows, mask: readonly number[], batch: number): Program {
  const { dimension: d, timesteps } = windows;
  const inputs = d * timesteps;
  const discriminator = mlp('discriminator', { inputs, outputs: 1, width: 128, hidden: 2 });
  return {
    parameters: {
      'generator.matrix': {
        shape: [d, d],
        initial: (random) => random.fillNormal(new Float32Array(d * d)),
      },
      ...discriminator.parameters,
    },
    state: {},
    inputs: { x: { shape: [batch, timesteps, d] } },
    step: ({ parameters, state, inputs: { x } }) => {
      const scope = { parameters, state, nextState: {}, training: true };
      const matrix = tf.mul(parameters['generator.matrix'], tf.tensor(mask, [d, d]));
      const rows = tf.reshape(x, [batch * timesteps, d]) as tf.Tensor2D;
      const moved: tf.Tensor2D = tf.matMul(rows, matrix as tf.Tensor2D, false, true);
      const logits = (states: tf.Tensor): tf.Tensor =>
        discriminator.apply(tf.reshape(states, [batch, inputs]) as tf.Tensor2D, scope);
      const [real, fake] = [logits(rows), logits(moved)];
      const told = tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)));
      const fooled = tf.mean(tf.softplus(tf.neg(fake)));
      return {
        losses: {
          generator: tf.add(fooled, tf.abs(meanCosine(moved, rows))) as tf.Scalar,
          discriminator: tf.mul(told, 0.5) as tf.Scalar,
        },
        metrics: {},
        state: {},
      };
    },
  };
}

/** Mean over rows of cos(a, b). */
export function meanCosine(a: tf.Tensor2D, b: tf.Tensor2D): tf.Scalar {
  const norms = tf.mul(tf.sum(tf.square(a), 1), tf.sum(tf.square(b), 1));
  return tf.mean(tf.mul(tf.sum(tf.mul(a, b), 1), tf.rsqrt(tf.add(norms, 1e-12))));
}
