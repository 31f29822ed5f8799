import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { stagePace } from '../../src/progress/stage-pace.js';

test('rate and time left follow from what was done and when', () => {
  const pace = stagePace();
  assert.equal(pace(0, 100, 0), { rate: null, left: null });
  assert.equal(pace(10, 100, 1000), { rate: 10, left: 9 });
  assert.equal(pace(100, 100, 10_000), { rate: 10, left: 0 });
});

test('nothing is promised in the first half second or without progress', () => {
  const pace = stagePace();
  pace(0, 100, 0);
  assert.is(pace(5, 100, 400).rate, null);
  const stuck = stagePace();
  stuck(7, 100, 0);
  assert.is(stuck(7, 100, 60_000).left, null);
});

test('a resumed stage is not credited with what was done before', () => {
  const pace = stagePace();
  pace(900, 1000, 0);
  assert.equal(pace(910, 1000, 2000), { rate: 5, left: 18 });
});

test('the rate follows a machine that slows down', () => {
  const pace = stagePace();
  for (let second = 0; second <= 60; second++) pace(100 * second, 10_000, 1000 * second);
  let rate: number | null = null;
  for (let second = 61; second <= 100; second++) {
    ({ rate } = pace(6000 + (second - 60), 10_000, 1000 * second));
  }
  assert.is(rate, 1);
});

test.run();
