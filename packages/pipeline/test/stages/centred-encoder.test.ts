import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder } from '@noether/contracts';
import { centredEncoder } from '../../src/stages/centred-encoder.js';

test('a centred encoder measures latent states from the centre and leaves velocities alone', async () => {
  const encoder = centredEncoder(identityEncoder(2), Float64Array.of(1, -2));
  const states = Float64Array.of(1, -2, 4, 0);
  const latent = await encoder.encode(states);
  assert.equal([...latent], [0, 0, 3, 2]);
  assert.equal([...(await encoder.decode(latent))], [...states]);
  const velocities = Float64Array.of(5, 6, 7, 8);
  assert.equal([...(await encoder.latentVelocity(states, velocities))], [...velocities]);
});

test.run();
