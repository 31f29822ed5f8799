import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { batches } from '../src/index.js';
import { rejection } from './support/rejection.js';

const ids = Int32Array.from({ length: 7 }, (_, sample) => sample);
const x = Float32Array.from({ length: 14 }, (_, at) => (at >> 1) + 100 * (at & 1));
const tables = { ids: { data: ids, width: 1 }, x: { data: x, width: 2 } };
const take = (feed: { next(): Record<string, ArrayLike<number>> }, count: number): number[][] =>
  Array.from({ length: count }, () => Array.from(feed.next().ids));

test('without a stream the samples come as they are stored, whole batches only', () => {
  const feed = batches(tables, { size: 3 });
  assert.is(feed.perEpoch, 2);
  assert.equal(take(feed, 3), [
    [0, 1, 2],
    [3, 4, 5],
    [0, 1, 2],
  ]);
});

test('tables keep step with each other and with their types', () => {
  const feed = batches(tables, { size: 3, random: randomStream(1) });
  for (let step = 0; step < 6; step++) {
    const batch = feed.next();
    assert.instance(batch.ids, Int32Array);
    const wanted = Array.from(batch.ids).flatMap((id) => [id, id + 100]);
    assert.equal(Array.from(batch.x), wanted);
  }
});

test('every epoch has its own order, the same for the same stream', async () => {
  const feed = batches(tables, { size: 7, random: randomStream(4) });
  const orders = take(feed, 3);
  for (const order of orders) assert.equal([...order].sort(), [...ids]);
  assert.not.equal(orders[0], orders[1]);
  const again = batches(tables, { size: 7, random: randomStream(4) });
  const found: number[][] = [];
  for (let epoch = 0; epoch < 3; epoch++) {
    found.push(Array.from(again.next().ids));
    await Promise.resolve();
  }
  assert.equal(found, orders);
});

test('a batch stays until the call after the next, also while the next one is prepared', async () => {
  const feed = batches(tables, { size: 3 });
  const first = feed.next();
  await Promise.resolve();
  assert.equal([...first.ids], [0, 1, 2]);
  const second = feed.next();
  await Promise.resolve();
  assert.equal([...second.ids], [3, 4, 5]);
  assert.is(feed.next(), first);
});

test('seek goes on where another run stopped', async () => {
  const whole = take(batches(tables, { size: 2, random: randomStream(9) }), 8);
  const feed = batches(tables, { size: 2, random: randomStream(9) });
  feed.next();
  feed.seek(5);
  await Promise.resolve();
  assert.equal(take(feed, 3), whole.slice(5));
});

test('windows of one table are put together when they are asked for', async () => {
  const states = Float32Array.from({ length: 20 }, (_, at) => at);
  const windows = { kind: 'windows', states, dimension: 2, timesteps: 2, interval: 3 } as const;
  const offsets = Int32Array.of(0, 1, 2, 6);
  const feed = batches(
    { x: { ...windows, offsets }, ids: { data: Int32Array.of(0, 1, 2, 6), width: 1 } },
    { size: 2, random: randomStream(5) },
  );
  for (let step = 0; step < 4; step++) {
    const { x: found, ids: rows } = feed.next();
    const wanted = Array.from(rows).flatMap((row) => [0, 1, 6, 7].map((at) => 2 * row + at));
    assert.equal(Array.from(found), wanted);
  }
  for (const [row, message] of [
    [-1, /^x is -1/],
    [7, /^x is 7;.*2 rows, 3 apart,.*row 0 … 6/],
  ] as const) {
    const wrong = { ...windows, offsets: Int32Array.of(0, row) };
    const error = await rejection(() => batches({ x: wrong }, { size: 1 }));
    assert.match(error.message, message);
  }
});

test('wide rows are copied as they are', () => {
  const data = Float32Array.from({ length: 900 }, (_, at) => at);
  const feed = batches({ x: { data, width: 300 } }, { size: 2 });
  assert.equal(feed.next().x, data.slice(0, 600));
});

test('tables that do not fit are refused by name', async () => {
  for (const [argument, bad, size] of [
    ['x', { ...tables, x: { data: x.subarray(1), width: 2 } }, 2],
    ['x', { ...tables, x: { data: x.subarray(2), width: 2 } }, 2],
    ['size', tables, 8],
    ['size', tables, 0],
    ['size', {}, 1],
  ] as const) {
    const error = await rejection(() => batches(bad, { size }));
    assert.is(error.argument, argument);
  }
});

test('seek refuses what cannot be a number of batches', async () => {
  const feed = batches({ x: { data: new Float32Array(6), width: 1 } }, { size: 2 });
  for (const taken of [-1, 0.5, NaN]) {
    assert.is((await rejection(() => feed.seek(taken))).argument, 'taken');
  }
  assert.is(feed.next().x.length, 2);
});

test.run();
