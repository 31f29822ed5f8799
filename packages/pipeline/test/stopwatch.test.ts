import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { stopwatch } from '../src/stopwatch.js';

test('each second is on the account of the innermost stage, also of one that failed', async () => {
  let clock = 0;
  const pass = (seconds: number): Promise<void> => {
    clock += 1000 * seconds;
    return Promise.resolve();
  };
  const watch = stopwatch(100, () => clock);
  await watch.time('data', () => pass(2));
  await watch.time('training', async () => {
    await pass(3);
    assert.is(watch.elapsed('training'), 103);
    await watch.time('judgement', () => pass(5));
    await watch
      .time('judgement', async () => {
        await pass(7);
        throw new Error('broken');
      })
      .catch(() => undefined);
    assert.is(watch.elapsed('training'), 103, 'it rests meanwhile');
    await pass(11);
    assert.is(watch.elapsed('training'), 114);
  });
  await pass(1000);
  await watch.time('report', () => pass(13));
  assert.equal(watch.seconds(), {
    data: 2,
    training: 114,
    judgement: 12,
    equations: 0,
    forecast: 0,
    total: 141,
  });
});

test.run();
