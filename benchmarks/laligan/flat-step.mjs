import { sizeOf } from '@noether/contracts';
import { mlpAutoencoder } from '@noether/autoencoder';
import { randomStream } from '@noether/numerics';
import { laliganProgram, representation } from '@noether/symmetry-gan';

const LATENT = 2;

/**
 * A training step of LaLiGAN with a learned generator on the plane and networks of linear layers: its
 * program, its optimisers, and made-up batches, the same for the same number.
 */
export function flatStep({ inputDimension, width, hidden, batch, learningRate = 1e-3 }) {
  const options = {
    representation: representation([
      { kind: 'learned', copies: 1, generators: 1, dimension: LATENT },
    ]),
    batchSize: batch,
    epochs: 1,
    coefficients: { law: 'normal', scale: 1 },
    regulariser: { kind: 'cosine', centred: false },
    weights: { reconstruction: 1, adversarial: 0.01, regulariser: 0.01, channels: 0 },
    optimisers: {
      autoencoder: { learningRate },
      discriminator: { learningRate },
      generator: { learningRate },
    },
    schedule: { hold: 1, final: 1 },
    discriminator: { width, hidden, sees: 'states' },
    centre: 'mean',
    encoderDelay: 0,
    freezeStatistics: 1,
    threshold: null,
  };
  const autoencoder = mlpAutoencoder({ inputDimension, latentDimension: LATENT, width, hidden });
  const program = laliganProgram(autoencoder, 2, options);
  const inputs = Object.entries(program.inputs).map(([name, { shape }]) => {
    const values = new Float32Array(sizeOf(shape)).fill(1);
    return [name, values];
  });
  return {
    program,
    optimisers: options.optimisers,
    batch(step) {
      const random = randomStream('batches').split(step);
      const drawn = Object.fromEntries(inputs);
      drawn.x.forEach((_, at) => (drawn.x[at] = random.uniform()));
      random.fillNormal(drawn.coefficients);
      return drawn;
    },
  };
}
