import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { groupByName, so } from '@noether/lie-algebra';
import { close, describeGroup } from '@noether/testkit';

const names = [
  'so2',
  'so2*r',
  'so3',
  'so3+1',
  'so4',
  'so5',
  'gl1',
  'gl2',
  'gl3',
  'scaling1',
  'scaling3',
];
for (const name of names) describeGroup(groupByName(name));

const test = suite('groupByName');

test('every group bears the name it is found by', () => {
  assert.equal(
    names.map((name) => groupByName(name).name),
    names,
  );
});

test('the generators are those of LaLiGAN', () => {
  const first = (name: string): Float64Array => groupByName(name).generators[0];
  close(first('so2'), [0, 1, -1, 0]);
  close(groupByName('so2*r').generators[1], [0.1, 0, 0, 0.1]);
  close(first('so3'), [0, -1, 0, 1, 0, 0, 0, 0, 0]);
  close(first('so3+1'), [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const places = groupByName('so4').generators.map((generator) => generator.indexOf(1));
  assert.equal(places, [4, 8, 9, 12, 13, 14], 'entries 10, 20, 21, 30, 31, 32');
});

test('compactness and dimensions', () => {
  assert.equal(
    names.map((name) => groupByName(name).compact),
    [true, false, true, true, true, true, false, false, false, false, false],
  );
  assert.equal(
    names.map((name) => groupByName(name).dimension),
    [1, 2, 3, 3, 6, 10, 1, 4, 9, 1, 3],
  );
});

test('contains tells elements from others', () => {
  const { contains } = so(3);
  assert.ok(contains?.(Float64Array.of(0, -1, 0, 1, 0, 0, 0, 0, 1), 1e-12));
  assert.not.ok(contains?.(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1.001), 1e-6));
  assert.not.ok(contains?.(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, -1), 1e-6), 'a reflection');
  assert.not.ok(groupByName('scaling2').contains?.(Float64Array.of(1, 0, 0, -1), 1e-6));
  assert.not.ok(groupByName('gl2').contains?.(Float64Array.of(-1, 0, 0, 1), 1e-6));
});

test('unknown names are answered with the known ones', () => {
  for (const name of ['e8', 'so1', 'so', 'constructor', 'gl0']) {
    assert.throws(() => groupByName(name), /so2\*r|at least 2|positive integer/);
  }
});

test.run();
