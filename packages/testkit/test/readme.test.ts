import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';

const test = suite('README of testkit');

test('the example finds no violation', async () => {
  const { violations } = await runReadmeExample(new URL('../README.md', import.meta.url));
  assert.equal(violations, []);
});

test.run();
