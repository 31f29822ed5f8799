import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';

test('the example of the README runs', async () => {
  const { lines } = await runReadmeExample(new URL('../README.md', import.meta.url));
  assert.equal(lines, ['dx/dt = -1.00 y', 'dy/dt = 1.00 x']);
});

test.run();
