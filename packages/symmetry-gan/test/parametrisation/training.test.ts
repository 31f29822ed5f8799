import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityAutoencoder } from '@noether/compute';
import {
  judgeSymmetry,
  parseRepresentation,
  symmetryBasisOf,
  trainingStatistics,
  trainSymmetry,
  type Judgement,
} from '@noether/symmetry-gan';
import { circleWindows, recordingContext, tinyData, tinyOptions } from '../tiny-run.js';

/** LieGAN on pairs of states on circles, in one plane or in two at once. */
async function discover(
  representation: string,
  planes: 1 | 2,
): Promise<{ generators: Float64Array[]; judgement: Judgement }> {
  const samples = 512;
  const { states, ...windows } = circleWindows(samples * planes);
  const together = new Float32Array(states.length);
  states.forEach((value, index) => {
    const [row, axis] = [Math.floor(index / 2), index % 2];
    const [plane, at] = [Math.floor(row / (2 * samples)), row % (2 * samples)];
    together[at * 2 * planes + 2 * plane + axis] = value;
  });
  const offsets = windows.offsets.slice(0, samples);
  const data = await tinyData({
    windows: { ...windows, states: together, dimension: 2 * planes, offsets },
    autoencoder: identityAutoencoder(2 * planes),
  });
  const options = tinyOptions({
    representation: parseRepresentation(representation, 2),
    batchSize: 128,
    epochs: 120,
    discriminator: { width: 32, hidden: 2, sees: 'displacements' },
    weights: { reconstruction: 1, adversarial: 1, regulariser: 0.5, channels: 0 },
    optimisers: {
      autoencoder: { learningRate: 1e-3 },
      discriminator: { learningRate: 2e-3 },
      generator: { learningRate: 2e-2 },
    },
  });
  const context = recordingContext(1);
  const trained = await trainSymmetry(data, options, context);
  const statistics = await trainingStatistics(data, trained, options, context);
  const basis = symmetryBasisOf(options.representation, trained.generators, statistics.centre, {
    stage: 'test',
  });
  return { generators: [...basis.generators], judgement: judgeSymmetry(basis, statistics) };
}

test('antisymmetric: a rotation, exactly', async () => {
  const { generators, judgement } = await discover('(2,1,2,o)', 1);
  const [a, b, c, d] = generators[0];
  assert.is(judgement.status, 'discovered', judgement.reason);
  assert.equal([a, d], [0, 0]);
  assert.is(b, -c);
});

test('a combination of the generators of a known group: no trace in sl(2)', async () => {
  const { generators, judgement } = await discover('(2,1,sl2)', 1);
  const [a, b, c, d] = generators[0];
  assert.is(judgement.status, 'discovered', judgement.reason);
  assert.is(a, -d);
  assert.ok(Math.abs(b + c) < 0.1 * Math.abs(b - c), `${b} and ${c}`);
});

test('whole entries: a rotation of a whole rate', async () => {
  const { generators, judgement } = await discover('(2,1,2,int4)', 1);
  const [a, b, c, d] = generators[0];
  assert.is(judgement.status, 'discovered', judgement.reason);
  assert.equal([a, d, b + c], [0, 0, 0]);
  assert.ok(Number.isInteger(b) && b !== 0);
});

test('masked: two planes are turned, nothing is mixed', async () => {
  const { generators, judgement } = await discover('(2,1,4,2+2)', 2);
  assert.is(judgement.status, 'discovered', judgement.reason);
  const [first] = generators;
  assert.equal(
    [2, 3, 6, 7, 8, 9, 12, 13].map((index) => first[index]),
    Array(8).fill(0),
  );
});

test.run();
