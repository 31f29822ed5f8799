import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';

test('the example of the README runs and gives what it says', async () => {
  const { rows, samples } = await runReadmeExample(new URL('../README.md', import.meta.url));
  assert.is(rows, 10_000);
  assert.is(samples, 39_200);
});

test.run();
