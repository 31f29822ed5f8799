import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { within } from '@noether/testkit';

const test = suite('within');

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

test('returns what the function resolves to', async () => {
  assert.is(await within(10_000, () => Promise.resolve(7)), 7);
});

test('fails when the function never settles', async () => {
  assert.is(await failure(within(5, () => new Promise(() => {}))), 'did not settle within 5 ms');
});

test('passes on a rejection', async () => {
  assert.is(await failure(within(10_000, () => Promise.reject(new Error('mine')))), 'mine');
});

test.run();
