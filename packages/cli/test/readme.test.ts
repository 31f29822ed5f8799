import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';

test('the example of the README runs', async () => {
  const { finished, badInput } = await runReadmeExample(new URL('../README.md', import.meta.url));
  assert.is(finished, 0);
  assert.is(badInput, 2);
});

test('the example on the first page runs', async () => {
  const { energy } = await runReadmeExample(new URL('../../../README.md', import.meta.url));
  assert.ok((energy as number) >= 3 && (energy as number) <= 4.5, String(energy));
});

test.run();
