import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close, runReadmeExample } from '@noether/testkit';

test('the example of the README runs', async () => {
  const example = await runReadmeExample(new URL('../README.md', import.meta.url));
  const [latent, velocities] = [example.latent, example.velocities] as Float64Array[];
  assert.is(latent.length, 4);
  assert.is(velocities.length, 4);
  const moved = [latent[2] - latent[0], latent[3] - latent[1]];
  close(
    moved,
    velocities.subarray(0, 2).map((value) => 0.1 * value),
    { atol: 0.02 },
  );
});

test.run();
