import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { covariance, mean, randomStream } from '@noether/numerics';

const test = suite('randomStream');

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

test('gives the same numbers on every machine', () => {
  const stream = randomStream(42);
  assert.equal(
    draw(3, stream.uniform),
    [0.03396833569971758, 0.33397916669330097, 0.39153196340700525],
  );
});

test('a number and its text are the same seed, another seed is another stream', () => {
  assert.is(randomStream(7).uniform(), randomStream('7').uniform());
  assert.is.not(randomStream(7).uniform(), randomStream(8).uniform());
});

test('split does not depend on the position of the parent', () => {
  const fresh = randomStream(1).split('epoch').split(3);
  const parent = randomStream(1);
  draw(1000, parent.normal);
  const child = parent.split('epoch');
  draw(10, child.uniform);
  assert.equal(draw(5, child.split(3).uniform), draw(5, fresh.uniform));
});

test('split does not disturb the parent', () => {
  const parent = randomStream(1);
  parent.split('a').uniform();
  assert.is(parent.uniform(), randomStream(1).uniform());
});

test('paths of labels are not confused', () => {
  const seed = randomStream(1);
  const streams = [
    seed,
    seed.split('ab'),
    seed.split('a').split('b'),
    seed.split('b').split('a'),
    seed.split('a'),
    seed.split('b'),
    seed.split(''),
    seed.split('').split(''),
    seed.split('a\u0000'),
  ];
  assert.is(new Set(streams.map((stream) => stream.uniform())).size, streams.length);
});

test('streams of neighbouring labels are uncorrelated', () => {
  const parent = randomStream(5);
  const rows = new Float64Array(20_000 * 8);
  for (let label = 0; label < 8; label++) {
    const child = parent.split(label);
    for (let row = 0; row < 20_000; row++) rows[row * 8 + label] = child.normal();
  }
  const expected = Float64Array.from({ length: 64 }, (_, entry) => (entry % 9 === 0 ? 1 : 0));
  close(covariance(rows, 20_000, 8), expected, { atol: 0.04 });
});

test('the first numbers of many streams are uniform', () => {
  const parent = randomStream('many');
  const counts = new Float64Array(16);
  for (let label = 0; label < 32_000; label++) counts[parent.split(label).integer(16)]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  assert.ok(chiSquare < 37.7, `χ² with 15 degrees of freedom is ${chiSquare}`);
});

test('uniform numbers lie in [0, 1) with mean 1/2 and variance 1/12', () => {
  const values = draw(100_000, randomStream(2).uniform);
  assert.ok(values.every((value) => value >= 0 && value < 1));
  close(mean(values), 0.5, { atol: 0.004 });
  close(mean(values.map((value) => (value - 0.5) ** 2)), 1 / 12, { atol: 0.001 });
});

test('normal numbers have the moments 0, 1, 0, 3', () => {
  const values = randomStream(3).fillNormal(new Float64Array(200_000));
  const moment = (power: number): number => mean(values.map((value) => value ** power));
  close([1, 2, 3, 4].map(moment), [0, 1, 0, 3], { atol: 0.05 });
});

test('fillNormal is successive calls of normal', () => {
  const one = randomStream(4);
  const other = randomStream(4);
  assert.equal(Array.from(one.fillNormal(new Float64Array(7))), draw(7, other.normal));
  assert.is(one.normal(), other.normal());
});

test('integer reaches every value below its bound', () => {
  const stream = randomStream(6);
  assert.equal(new Set(draw(500, () => stream.integer(5))), new Set([0, 1, 2, 3, 4]));
  assert.is(stream.integer(1), 0);
  assert.throws(() => stream.integer(0), /bound is 0/);
  assert.throws(() => stream.integer(2.5), /bound is 2.5/);
});

test('every permutation of three is as likely as any other', () => {
  const stream = randomStream(8);
  const counts = new Map<string, number>();
  for (let index = 0; index < 6000; index++) {
    const key = stream.permutation(3).join('');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  assert.is(counts.size, 6);
  for (const count of counts.values()) close(count, 1000, { atol: 130 });
  assert.equal(Array.from(stream.permutation(0)), []);
});

test('refuses seeds and labels that are not finite', () => {
  assert.throws(() => randomStream(NaN), /seed is NaN/);
  assert.throws(() => randomStream(1).split(Infinity), /label is Infinity/);
});

test.run();
