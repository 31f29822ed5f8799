import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { selectEngine } from '@noether/compute';
import { close } from '@noether/testkit';
import {
  latentSpread,
  trainingStatistics,
  trainSymmetry,
  type SymmetryData,
  type SymmetryOptions,
  type TrainedSymmetry,
  type TrainingStatistics,
} from '@noether/symmetry-gan';
import { tinyAutoencoder } from './tiny-autoencoder.js';
import { circleWindows, recordingContext, tinyData, tinyOptions } from './tiny-run.js';

const SAMPLES = 2048;
const windows = circleWindows(SAMPLES);

async function lieGan(
  omega: number,
  change: Partial<SymmetryOptions> = {},
): Promise<TrainingStatistics> {
  const data = await tinyData({ windows });
  const options = tinyOptions({ batchSize: SAMPLES, epochs: 1, ...change });
  const trained = await trainSymmetry(data, options, recordingContext(1));
  const generators = new Map([[0, Float32Array.of(0, -omega, omega, 0)]]);
  return trainingStatistics(data, { ...trained, generators }, options, recordingContext(1));
}

for (const omega of [0.5, 1, 2]) {
  test(`a rotation at rate ${omega} has the mean cosine exp(−ω²/2)`, async () => {
    const { meanCosine } = await lieGan(omega);
    close(meanCosine, Math.exp((-omega * omega) / 2), { atol: 0.04 });
  });
}

test('centre, covariance and rank are those of the latent states', async () => {
  const found = await lieGan(1);
  const expected = latentSpread(Float64Array.from(windows.states), 2);
  close(found.centre, expected.mean, { atol: 1e-9 });
  close(found.covariance, expected.covariance, { atol: 1e-9 });
  close(found.latentRank, expected.rank, { atol: 1e-9 });
  close(found.smallestShare, expected.smallestShare, { atol: 1e-9 });
});

test('with centre origin, angles are taken there', async () => {
  const { centre, meanCosine, latentRank } = await lieGan(0.5, { centre: 'origin' });
  assert.equal(centre, Float64Array.of(0, 0));
  close(meanCosine, Math.exp(-0.125), { atol: 0.04 });
  assert.ok(latentRank > 1.9, 'the spread is about the mean all the same');
});

test('an untrained discriminator stands off; one with a constant answer has its cross-entropy', async () => {
  const data = await tinyData({ windows });
  const options = tinyOptions({ batchSize: SAMPLES, epochs: 1 });
  const trained = await trainSymmetry(data, options, recordingContext(1));
  const logit = 1.5;
  const tensors = Object.fromEntries(
    Object.entries(trained.tensors).map(([name, { shape, data: values }]) => [
      name,
      {
        shape,
        data: name.startsWith('discriminator')
          ? Float32Array.from(values).fill(name === 'discriminator.2.bias' ? logit : 0)
          : values,
      },
    ]),
  );
  const { bce } = await trainingStatistics(
    data,
    { ...trained, tensors },
    options,
    recordingContext(1),
  );
  const [one, zero] = [Math.log1p(Math.exp(-logit)), Math.log1p(Math.exp(logit))];
  close([bce.generator, bce.real, bce.fake], [one, one, zero], { atol: 1e-5 });
});

async function trainedNet(): Promise<[SymmetryData, TrainedSymmetry, SymmetryOptions]> {
  const labels = Float32Array.from({ length: 300 }, (_, index) => index / 300);
  const autoencoder = tinyAutoencoder(2, 2);
  const data = await tinyData({ windows: circleWindows(300), autoencoder, labels });
  const discriminator = {
    width: 8,
    hidden: 1,
    sees: 'displacements',
    decoded: true,
    labels: 1,
  } as const;
  const options = tinyOptions({ batchSize: 64, discriminator });
  return [data, await trainSymmetry(data, options, recordingContext(1)), options];
}

test('the numbers depend on the seed alone and agree between engines', async () => {
  const [data, trained, options] = await trainedNet();
  const context = recordingContext(5);
  const once = await trainingStatistics(data, trained, options, context);
  assert.equal(await trainingStatistics(data, trained, options, context), once);
  const other = await trainingStatistics(data, trained, options, recordingContext(6));
  assert.not.equal(other.meanCosine, once.meanCosine);
  const eager = { ...data, engine: await selectEngine('tfjs-cpu') };
  const again = await trainingStatistics(eager, trained, options, context);
  close(again.meanCosine, once.meanCosine, { atol: 1e-5 });
  close(Object.values(again.bce), Object.values(once.bce), { atol: 1e-5 });
  close(again.covariance, once.covariance, { rtol: 1e-4, atol: 1e-6 });
});

test.run();
