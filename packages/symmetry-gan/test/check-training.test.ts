import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Checkpoint } from '@noether/compute';
import {
  representation,
  trainSymmetry,
  type SymmetryData,
  type SymmetryOptions,
} from '@noether/symmetry-gan';
import { failure } from './full-run.js';
import { tinyAutoencoder } from './tiny-autoencoder.js';
import { circleWindows, recordingContext, tinyData, tinyOptions } from './tiny-run.js';

async function failureWith(
  options: Partial<SymmetryOptions>,
  data: Partial<SymmetryData> = {},
): Promise<string> {
  return failure(trainSymmetry(await tinyData(data), tinyOptions(options), recordingContext(1)));
}

test('numbers that are no longer numbers stop the training with step and term', async () => {
  const windows = circleWindows(40);
  windows.states[77] = NaN;
  assert.match(await failureWith({}, { windows }), /^not-finite: .*step [12]: .*is NaN/);
  windows.states[77] = 1e30;
  assert.match(await failureWith({}, { windows }), /^not-finite: .*step [12]/);
});

test('what was before the step that failed is handed out', async () => {
  const windows = circleWindows(40);
  windows.states[77] = NaN;
  const last: Checkpoint[] = [];
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    last.push(checkpoint);
  };
  const message = await failureWith({}, { windows, onCheckpoint });
  const [step] = /(?<=step )\d+/.exec(message) ?? [];
  assert.is(last.length, 1);
  assert.is(last[0].tensors.steps.data[0], Number(step) - 1);
  for (const { data } of Object.values(last[0].tensors)) assert.ok(data.every(Number.isFinite));
});

test('data and options that do not fit are refused by name', async () => {
  const rep = representation([{ kind: 'learned', copies: 1, generators: 1, dimension: 3 }]);
  const still = representation([{ kind: 'invariant', copies: 2 }]);
  assert.match(await failureWith({ batchSize: 41 }), /batchSize is 41; there are only 40 samples/);
  assert.match(await failureWith({ batchSize: 0 }), /batchSize is 0; .*at least 1/);
  assert.match(await failureWith({ epochs: 1.5 }), /epochs is 1\.5/);
  assert.match(await failureWith({}, { stopAfter: 0 }), /stopAfter is 0; .*at least 1/);
  assert.match(await failureWith({ representation: rep }), /representation is 3; .* 2 latent/);
  assert.match(await failureWith({ representation: still }), /one of its blocks must move/);
  assert.match(
    await failureWith({}, { autoencoder: tinyAutoencoder(3, 2) }),
    /autoencoder\.inputDimension is 3; the data have 2 variables/,
  );
  const law = { law: 'integer', scale: 0.5 } as const;
  assert.match(await failureWith({ coefficients: law }), /coefficients\.scale is 0\.5; .*whole/);
  const threshold = { epochs: 0, ratio: 0.3, from: 0 };
  assert.match(await failureWith({ threshold }), /threshold\.epochs is 0/);
  assert.match(
    await failureWith({}, { labels: new Float32Array(40) }),
    /labels .*expected 0 values/,
  );
  const discriminator = { width: 8, hidden: 1, sees: 'states', labels: 2 } as const;
  assert.match(await failureWith({ discriminator }), /labels .*expected 80 values/);
});

test.run();
