// The Lorenz system in 128 dimensions: npm run example -- lorenz-128-sindyae/script.ts --seeds 5
import { loadEncoder } from '@noether/autoencoder';
import { lorenz128 } from '@noether/datasets';
import { forecastTrajectories } from '@noether/forecast';
import { randomStream } from '@noether/numerics';
import { equationSystem } from '@noether/sindy';
import { runSeeds, seedsFrom } from '../sindy-autoencoder-seeds.js';

/** Data are the same for every seed; the seed is that of the training. */
const context = (stream: string) => ({ random: randomStream(stream), observe: () => {} });
const learn = lorenz128(
  { train: 2048, validation: 1, test: 1, step: 0.1, steps: 50 },
  context('learn'),
);
const judge = lorenz128({ train: 1, validation: 1, test: 100 }, context('judge'));
const rate = { learningRate: 1e-2, epsilon: 1e-10 };

await runSeeds(
  {
    name: 'lorenz-128-sindyae',
    train: { trajectories: learn.train },
    test: { trajectories: judge.test },
    hidden: judge.hidden.test,
    options: {
      latentDimension: 3,
      widths: [64, 32],
      activation: 'tanh',
      library: { degree: 3 },
      weights: { dataDerivative: 2e-3, latentDerivative: 4e-4, sparsity: 3e-4 },
      batchSize: 256,
      steps: 110_000,
      refinement: 100_000,
      threshold: { value: 0.1, every: 1500, from: 35_000 },
      optimisers: { autoencoder: rate, equations: rate },
      rates: { warmUp: 500, final: 0.03, refinement: 0.5 },
    },
    judge: async ({ encoder, equations }, engine) => {
      const { validTime } = await forecastTrajectories(
        {
          encoder: loadEncoder(encoder, engine),
          equations: equationSystem(equations),
          test: judge.test,
          train: judge.train,
        },
        {},
        context('forecast'),
      );
      return { forecastValidTime: validTime };
    },
  },
  seedsFrom(process.argv.slice(2)),
);
