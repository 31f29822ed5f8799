// A pendulum as a video: npm run example -- pendulum-video-sindyae/script.ts --seeds 5
import {
  alignLatent,
  derivativeSamples,
  loadEncoder,
  phaseSpaceRecord,
  type DerivativeData,
  type SindyAutoencoder,
  type SindyAutoencoderOptions,
} from '@noether/autoencoder';
import type { Engine } from '@noether/compute';
import type { Trajectories } from '@noether/contracts';
import { pendulumVideo } from '@noether/datasets';
import { forecastTrajectories } from '@noether/forecast';
import { randomStream } from '@noether/numerics';
import { equationSystem } from '@noether/sindy';
import { runSeeds, seedsFrom } from '../sindy-autoencoder-seeds.js';

/** Data are the same for every seed; the seed is that of the training. */
const context = (stream: string) => ({ random: randomStream(stream), observe: () => {} });
const data = pendulumVideo(
  { train: 100, validation: 10, test: 10, steps: 50, step: 0.2 },
  context('video'),
);
const part = (name: 'train' | 'validation' | 'test'): DerivativeData => ({
  trajectories: data[name],
  accelerations: data.accelerations[name],
});

/** Beside the truth: θ = factor · z + offset fits best, and then θ'' = factor · z''. */
async function besideTheAngle({ encoder, equations, terms }: SindyAutoencoder, engine: Engine) {
  const { states } = derivativeSamples(part('test'), 2);
  const latent = await loadEncoder(encoder, engine).encode(states);
  const hidden = Float64Array.from(data.hidden.test.items.flatMap((item) => [...item.states]));
  const { matrix, offset, r2 } = alignLatent(latent, hidden, { k: 1, d: 2 });
  const [factor, r2OfAngle] = [matrix[0], r2[0]];
  const sine = equations.terms.findIndex(({ name }) => name === 'sin(z1)');
  const amplitude = sine < 0 ? 0 : factor * equations.coefficients[1][sine];
  const near = (value: number, truth: number): boolean => Math.abs(value / truth - 1) < 0.05;
  return {
    angle: { factor, offset: offset[0], r2: r2OfAngle, sine: amplitude },
    found: terms === 1 && near(amplitude, -1) && near(Math.abs(factor), 1),
  };
}

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

/** The networks wait until the coefficients, which learn five times as fast, fit the latent space they find. */
const rates = (learningRate: number): SindyAutoencoderOptions['optimisers'] => ({
  autoencoder: {
    learningRate,
    epsilon: 1e-10,
    clipNorm: 0.1,
    schedule: { kind: 'warm-up', steps: 1000 },
  },
  equations: { learningRate: 5 * learningRate, epsilon: 1e-10 },
});
const weights = { dataDerivative: 5e-4, latentDerivative: 2e-3, sparsity: 0 };
const records = await runSeeds(
  {
    name: 'pendulum-video-sindyae',
    train: part('train'),
    test: part('test'),
    hidden: data.hidden.test,
    options: {
      latentDimension: 1,
      order: 2,
      widths: [128, 64, 32],
      activation: 'tanh',
      library: { degree: 3, functions: ['sin'] },
      start: 'slow',
      startSteps: 1500,
      weights,
      batchSize: 128,
      steps: 8000,
      refinement: 6000,
      threshold: null,
      optimisers: rates(2e-3),
      rates: { final: 0.1, refinement: 1 },
      unexplained: 1e-5,
    },
    search: {
      validation: part('validation'),
      terms: [1, 2],
      every: 1000,
      refined: {
        latentError: 'relative',
        weights: { ...weights, latentDerivative: 5e-3 },
        optimisers: rates(2.5e-4),
      },
    },
    judge: async (model, engine) => {
      const { validTime } = await forecastTrajectories(
        {
          encoder: loadEncoder(phaseSpaceRecord(model.encoder), engine),
          equations: equationSystem(model.equations),
          test: withVelocities(data.test, data.accelerations.test),
          train: withVelocities(data.train, data.accelerations.train),
        },
        {},
        context('forecast'),
      );
      return { ...(await besideTheAngle(model, engine)), forecastValidTime: validTime };
    },
  },
  seedsFrom(process.argv.slice(2)),
);
const found = records.filter((record) => record.found).length;
console.log(`z'' = -c sin z alone, c and z within 5 %: ${found} of ${records.length} seeds`);
