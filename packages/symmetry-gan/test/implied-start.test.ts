import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Windows } from '@noether/contracts';
import { identityAutoencoder, type Checkpoint } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import {
  continuedStart,
  impliedStart,
  independentGenerators,
  judgeSymmetry,
  representation,
  symmetryBasisOf,
  trainingStatistics,
  trainSymmetry,
  type LearnedBlock,
  type SymmetryData,
  type SymmetryOptions,
} from '@noether/symmetry-gan';
import { close } from '@noether/testkit';
import { failure } from './full-run.js';
import { recordingContext, tinyData, tinyOptions } from './tiny-run.js';

const block = (generators: number, dimension = 4): LearnedBlock => ({
  kind: 'learned',
  copies: 1,
  generators,
  dimension,
});
const options = (generators: number, change: Partial<SymmetryOptions> = {}): SymmetryOptions =>
  tinyOptions({
    representation: representation([block(generators)]),
    discriminator: { width: 32, hidden: 2, sees: 'states' },
    centre: 'origin',
    ...change,
  });

/** Turns the first plane of four coordinates with one rate and the second with another. */
const turning = (a: number, b: number): number[] => [
  0,
  -a,
  0,
  0,
  a,
  0,
  0,
  0,
  0,
  0,
  0,
  -b,
  0,
  0,
  b,
  0,
];

/** Single points (cos α, sin α, cos β, sin β). */
function points(
  samples: number,
  anglesOf: (random: ReturnType<typeof randomStream>) => [number, number],
): Windows {
  const random = randomStream('points');
  const states = new Float32Array(4 * samples);
  for (let row = 0; row < samples; row++) {
    const [alpha, beta] = anglesOf(random);
    states.set([Math.cos(alpha), Math.sin(alpha), Math.cos(beta), Math.sin(beta)], 4 * row);
  }
  const offsets = Int32Array.from({ length: samples }, (_, row) => row);
  return { kind: 'windows', states, dimension: 4, timesteps: 1, interval: 1, offsets };
}

const angle = (random: ReturnType<typeof randomStream>): number => 2 * Math.PI * random.uniform();
const torus = points(1024, (random) => [angle(random), angle(random)]);
/** Two circles on the torus, along which the second angle turns twice as fast as the first. */
const knot = points(1024, (random) => {
  const alpha = angle(random);
  return [alpha, 2 * alpha + (random.uniform() < 0.3 ? 2 : 0)];
});

const dataOf = (windows: Windows, change: Partial<SymmetryData> = {}): Promise<SymmetryData> =>
  tinyData({ windows, autoencoder: identityAutoencoder(4), ...change });

/** The end of a training with one generator, as if that had been learned. */
async function learned(
  windows: Windows,
  generator: readonly number[],
  epochs: number,
): Promise<Checkpoint> {
  let last: Checkpoint | undefined;
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    last = checkpoint;
  };
  const known = { shape: [1, 4, 4], data: Float32Array.from(generator) };
  const data = await dataOf(windows, { start: { 'generator.0': known }, onCheckpoint });
  await trainSymmetry(data, options(1, { epochs, ...QUICK }), recordingContext(3));
  const { tensors, metadata } = last as Checkpoint;
  return { metadata, tensors: { ...tensors, 'parameter:generator.0': known } };
}

const QUICK = {
  batchSize: 128,
  weights: { reconstruction: 1, adversarial: 1, regulariser: 0.5, channels: 0.1 },
  optimisers: {
    autoencoder: { learningRate: 1e-3 },
    discriminator: { learningRate: 2e-3 },
    generator: { learningRate: 1e-2 },
  },
} as const;

test('a training starts from the networks of the one before and the rotations of its planes', async () => {
  const checkpoint = await learned(torus, turning(1, Math.SQRT2), 1);
  const start = impliedStart(checkpoint, block(1));
  assert.is(start?.generators, 2);
  assert.equal(continuedStart(checkpoint), {
    ...start?.tensors,
    'generator.0': checkpoint.tensors['parameter:generator.0'],
  });
  const still = Object.fromEntries(
    Object.keys(QUICK.optimisers).map((group) => [group, { learningRate: 1e-12 }]),
  ) as unknown as SymmetryOptions['optimisers'];
  const { tensors } = await trainSymmetry(
    await dataOf(torus, { start: start?.tensors ?? {} }),
    options(2, { ...QUICK, epochs: 1, optimisers: still }),
    recordingContext(4),
  );
  const rates = Math.SQRT2;
  close(tensors['generator.0'].data, [...turning(rates, 0), ...turning(0, rates)], { atol: 1e-5 });
  const networks = Object.entries(tensors).filter(([name]) => /^discriminator/.test(name));
  assert.ok(networks.length > 0);
  for (const [name, { data }] of networks) {
    close(data, checkpoint.tensors[`parameter:${name}`].data, { atol: 1e-6 });
  }
});

test('nothing is implied where one plane turns, and what is masked does not turn', async () => {
  const checkpoint = await learned(torus, turning(1, 0), 1);
  assert.is(impliedStart(checkpoint, block(1)), null);
  const both = { shape: [1, 4, 4], data: Float32Array.from(turning(1, 1.4)) };
  const mask = {
    shape: [16],
    data: Float32Array.from({ length: 16 }, (_, at) => (at < 8 ? 1 : 0)),
  };
  const tensors = { ...checkpoint.tensors, 'parameter:generator.0': both };
  assert.is(impliedStart({ ...checkpoint, tensors }, block(1))?.generators, 2);
  const masked = { ...checkpoint, tensors: { ...tensors, 'mask.0': mask } };
  assert.is(impliedStart(masked, block(1)), null);
});

test('a start of another shape is refused by name', async () => {
  const start = { 'generator.0': { shape: [1, 2, 2], data: new Float32Array(4) } };
  const run = trainSymmetry(await dataOf(torus, { start }), options(1), recordingContext(1));
  assert.match(await failure(run), /^wrong-checkpoint: .*generator\.0 has the shape \[1, 2, 2\]/);
});

/** The verdict on a training with what one generator implies, and how many of these were left independent. */
async function judged(windows: Windows, generator: readonly number[]): Promise<string> {
  const start = impliedStart(await learned(windows, generator, 40), block(1));
  const data = await dataOf(windows, { start: start?.tensors ?? {} });
  const context = recordingContext(5);
  const settings = options(2, { ...QUICK, epochs: 40 });
  const trained = await trainSymmetry(data, settings, context);
  const statistics = await trainingStatistics(data, trained, settings, context);
  const { centre } = statistics;
  const basis = symmetryBasisOf(settings.representation, trained.generators, centre, {
    stage: 'test',
  });
  const independent = independentGenerators(basis.generators).length;
  return `${judgeSymmetry(basis, statistics).status}, ${independent}`;
}

test('of the rotations that one generator implies, those of a torus hold', async () => {
  assert.is(await judged(torus, turning(5, 3.4)), 'discovered, 2');
});

test('where the rates are in a whole-numbered ratio, false ones are told', async () => {
  assert.is.not(await judged(knot, turning(2.5, 5)), 'discovered, 2');
});

test.run();
