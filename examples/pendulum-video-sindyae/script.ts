// A pendulum as a video: npm run example -- pendulum-video-sindyae/script.ts --seeds 5
import { loadEncoder, phaseSpaceRecord } from '@noether/autoencoder';
import type { Trajectories } from '@noether/contracts';
import { pendulumVideo } from '@noether/datasets';
import { forecastTrajectories } from '@noether/forecast';
import { randomStream } from '@noether/numerics';
import { equationSystem } from '@noether/sindy';
import { runSeeds, seedsFrom } from '../sindy-autoencoder-seeds.js';

/** Data are the same for every seed; the seed is that of the training. */
const context = (stream: string) => ({ random: randomStream(stream), observe: () => {} });
const data = pendulumVideo(
  { train: 100, validation: 1, test: 10, steps: 50, step: 0.2 },
  context('video'),
);
/** The networks wait until the coefficients, which learn five times as fast, fit the latent space they find. */
const rates = {
  autoencoder: {
    learningRate: 2e-3,
    epsilon: 1e-10,
    schedule: { kind: 'warm-up', steps: 1000 },
  },
  equations: { learningRate: 1e-2, epsilon: 1e-10 },
} as const;

/** Frames with their velocities as states: what {@link phaseSpaceRecord} encodes. */
function withVelocities(
  trajectories: Trajectories,
  accelerations: readonly Float64Array[],
): Trajectories {
  const d = trajectories.names.length;
  const beside = (left: Float64Array, right: Float64Array): Float64Array => {
    const both = new Float64Array(2 * left.length);
    for (let row = 0; row * d < left.length; row++) {
      both.set(left.subarray(row * d, row * d + d), 2 * row * d);
      both.set(right.subarray(row * d, row * d + d), (2 * row + 1) * d);
    }
    return both;
  };
  return {
    ...trajectories,
    names: [...trajectories.names, ...trajectories.names.map((name) => `${name}'`)],
    units: [...trajectories.units, ...trajectories.units],
    items: trajectories.items.map(({ times, states, velocities = states }, index) => ({
      times,
      states: beside(states, velocities),
      velocities: beside(velocities, accelerations[index]),
    })),
  };
}

await runSeeds(
  {
    name: 'pendulum-video-sindyae',
    train: { trajectories: data.train, accelerations: data.accelerations.train },
    test: { trajectories: data.test, accelerations: data.accelerations.test },
    hidden: data.hidden.test,
    options: {
      latentDimension: 1,
      order: 2,
      widths: [128, 64, 32],
      activation: 'tanh',
      library: { degree: 3, functions: ['sin'] },
      start: 'slow',
      weights: { dataDerivative: 5e-4, latentDerivative: 5e-5, sparsity: 2e-4 },
      batchSize: 256,
      steps: 8000,
      refinement: 4000,
      threshold: { value: 0.1, every: 500, from: 4000 },
      optimisers: rates,
      rates: { final: 0.1, refinement: 0.5 },
      unexplained: 1e-5,
    },
    judge: async ({ encoder, equations }, engine) => {
      const { validTime } = await forecastTrajectories(
        {
          encoder: loadEncoder(phaseSpaceRecord(encoder), engine),
          equations: equationSystem(equations),
          test: withVelocities(data.test, data.accelerations.test),
          train: withVelocities(data.train, data.accelerations.train),
        },
        {},
        context('forecast'),
      );
      return { forecastValidTime: validTime };
    },
  },
  seedsFrom(process.argv.slice(2)),
);
