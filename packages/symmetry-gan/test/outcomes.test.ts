import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import {
  judgeSymmetry,
  symmetryBasisOf,
  trainingStatistics,
  trainSymmetry,
  type Judgement,
  type SymmetryData,
  type SymmetryOptions,
  type TrainingStatistics,
} from '@noether/symmetry-gan';
import { tinyAutoencoder } from './tiny-autoencoder.js';
import { circleWindows, heapWindows, recordingContext, tinyData, tinyOptions } from './tiny-run.js';

const QUICK = {
  batchSize: 128,
  epochs: 120,
  discriminator: { width: 32, hidden: 2, sees: 'displacements' },
  optimisers: {
    autoencoder: { learningRate: 1e-3 },
    discriminator: { learningRate: 2e-3 },
    generator: { learningRate: 2e-2 },
  },
} as const;

const weights = (regulariser: number): SymmetryOptions['weights'] => ({
  reconstruction: 1,
  adversarial: 1,
  regulariser,
  channels: 0,
});

interface Outcome {
  readonly judgement: Judgement;
  readonly statistics: TrainingStatistics;
  readonly generator: Float64Array;
}

async function outcomeOf(
  data: SymmetryData,
  change: Partial<SymmetryOptions>,
  seed: number,
): Promise<Outcome> {
  const options = tinyOptions({ ...QUICK, ...change });
  const context = recordingContext(seed);
  const trained = await trainSymmetry(data, options, context);
  const statistics = await trainingStatistics(data, trained, options, context);
  const { representation } = options;
  const basis = symmetryBasisOf(representation, trained.generators, statistics.centre, {
    stage: 'test',
  });
  return {
    judgement: judgeSymmetry(basis, statistics),
    statistics,
    generator: basis.generators[0],
  };
}

for (const seed of [1, 2, 3]) {
  test(`LieGAN discovers the rotation of circles, seed ${seed}`, async () => {
    const data = await tinyData({ windows: circleWindows(512) });
    const found = await outcomeOf(data, { weights: weights(0.5) }, seed);
    assert.is(found.judgement.status, 'discovered', found.judgement.reason);
    close(found.statistics.centre, [3, -2], { atol: 0.1 });
    const [a, b, c, d] = found.generator;
    const rotation = Math.abs(b - c) / Math.SQRT2 / Math.hypot(a, b, c, d);
    assert.ok(rotation > 0.995, `cosine ${rotation} with a rotation`);
  });

  test(`heaps have no symmetry, and none is discovered, seed ${seed}`, async () => {
    const data = await tinyData({ windows: heapWindows(512) });
    const driven = await outcomeOf(data, { weights: weights(20) }, seed);
    assert.is(driven.judgement.status, 'discriminator-won', driven.judgement.reason);
    const left = await outcomeOf(data, { weights: weights(0) }, seed);
    assert.is(left.judgement.status, 'collapsed', left.judgement.reason);
  });
}

test('thresholding all entries but one is named as the trap it is', async () => {
  const data = await tinyData({ windows: heapWindows(512) });
  const threshold = { epochs: 1, ratio: 0.99, from: 0 };

  const { judgement, generator } = await outcomeOf(data, { weights: weights(20), threshold }, 1);
  assert.is(judgement.status, 'threshold-trap', judgement.reason);
  assert.is(generator.filter((value) => value === 0).length, 3);
});

test('a generator that stays at nothing is a collapse', async () => {
  const data = await tinyData({ windows: circleWindows(512) });
  const optimisers = { ...QUICK.optimisers, generator: { learningRate: 0 } };
  const still = await outcomeOf(data, { epochs: 5, generatorScale: 1e-4, optimisers }, 1);
  assert.is(still.judgement.status, 'collapsed');
  close(still.statistics.meanCosine, 1, { atol: 1e-4 });
});

test('an encoder onto a line is named as rank lost, the same one without is not', async () => {
  const windows = circleWindows(512);
  for (const line of [true, false]) {
    const autoencoder = tinyAutoencoder(2, 2, line);
    const data = await tinyData({ windows, autoencoder });
    const { judgement, statistics } = await outcomeOf(data, { epochs: 10 }, 1);
    assert.is(judgement.status === 'rank-lost', line, judgement.reason);
    if (line) close(statistics.latentRank, 1, { atol: 1e-3 });
    else assert.ok(statistics.latentRank > 1.5, `rank ${statistics.latentRank}`);
  }
});

test.run();
