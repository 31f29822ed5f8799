import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder } from '@noether/contracts';
import { tfjsEngine } from '@noether/compute';
import { close } from '@noether/testkit';
import { loadEncoder, withLatentCoordinates } from '../src/index.js';

const coordinates = {
  centre: Float64Array.of(1, -2),
  matrix: Float64Array.of(2, 1, 0, 0.5),
};

test('states, velocities and the way back are in the new coordinates', async () => {
  const record = withLatentCoordinates(identityEncoder(2).toRecord(), coordinates);
  const encoder = loadEncoder(record, await tfjsEngine('cpu'));
  const states = Float64Array.of(1, -2, 3, 4);
  const latent = await encoder.encode(states);
  close(latent, [0, 0, 10, 3]);
  close(await encoder.decode(latent), states);
  close(await encoder.latentVelocity(states, Float64Array.of(1, 0, 0, 1)), [2, 0, 1, 0.5]);
  assert.is(encoder.toRecord(), record);
});

test('a matrix of another size is refused', () => {
  assert.throws(
    () =>
      withLatentCoordinates(identityEncoder(2).toRecord(), {
        centre: Float64Array.of(0, 0),
        matrix: Float64Array.of(1),
      }),
    /matrix .* 2 × 2/,
  );
});

test.run();
