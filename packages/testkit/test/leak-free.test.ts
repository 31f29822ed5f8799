import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { leakFree } from '@noether/testkit';

const test = suite('leakFree');

test('accepts a cache that is filled once', async () => {
  let tensors = 3;
  let cached = false;
  await leakFree(
    () => {
      if (!cached) tensors += 2;
      cached = true;
    },
    () => tensors,
  );
});

test('counts what every run leaves behind', async () => {
  let tensors = 0;
  let message = '';
  await leakFree(
    async () => {
      await Promise.resolve();
      tensors += 4;
    },
    () => tensors,
  ).catch((error: Error) => (message = error.message));
  assert.is(message, '4 tensors leaked: 4 before, 8 after');
});

test.run();
