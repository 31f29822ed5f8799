import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defineGroup, groupByName } from '@noether/lie-algebra';
import { close } from '@noether/testkit';

const test = suite('defineGroup');

const rotation = [
  [0, 1],
  [-1, 0],
];

test('a name and generators are enough', () => {
  const group = defineGroup({ name: 'turns', generators: [rotation] });
  assert.is(group.size, 2);
  assert.is(group.dimension, 1);
  assert.is(group.compact, undefined);
  const batch = group.exp(Float64Array.of(0, Math.PI));
  close(batch, [1, 0, 0, 1, -1, 0, 0, -1], { atol: 1e-15 });
});

test('generators are copied, the group is frozen', () => {
  const generator = Float64Array.of(1, 0, 0, -1);
  const group = defineGroup({ name: 'boost', generators: [generator], compact: false });
  generator[0] = 5;
  assert.is(group.generators[0][0], 1);
  assert.ok(Object.isFrozen(group) && Object.isFrozen(group.generators));
  assert.is(group.compact, false);
});

test('a closed form is used for every row', () => {
  const group = defineGroup({
    name: 'double',
    generators: [[[1]]],
    exp: ([weight]) => Float64Array.of(weight * 2),
  });
  close(group.exp(Float64Array.of(1, 2, 3)), [2, 4, 6]);
});

test('single precision is widened, what is no matrix is named', () => {
  const single = defineGroup({ name: 'turns', generators: [Float32Array.of(0, 1, -1, 0)] });
  assert.equal(single.generators[0], Float64Array.of(0, 1, -1, 0));
  const thawed = { name: 'x', generators: [JSON.parse(JSON.stringify(single.generators[0]))] };
  assert.throws(() => defineGroup(thawed), /generators\[0\] is .*give rows of equal length/);
  const ragged = { name: 'ragged', generators: [[[0, 1, 3], [0]]] };
  assert.throws(() => defineGroup(ragged), /generators\[0\] is .*give rows of equal length/);
});

test('dependence is found among generators with entries of their own too', () => {
  const unit = (...entries: number[]): Float64Array => Float64Array.from(entries);
  const shear = unit(0, 1, 0, 0);
  const dependent = [shear, unit(1, 0, 0, 1), unit(1, 0, 0, -1), unit(1, 0, 0, 0)];
  assert.throws(() => defineGroup({ name: 'x', generators: dependent }), /linearly dependent/);
  const tiny = [unit(1, 1e-14, 0, 0), unit(1, 0, 1e-14, 0)];
  assert.throws(() => defineGroup({ name: 'x', generators: tiny }), /linearly dependent/);
  assert.is(defineGroup({ name: 'x', generators: dependent.slice(0, 3) }).dimension, 3);
});

test('a group goes through JSON, with its flags and form', () => {
  for (const name of ['so3', 'lorentz', 'se2', 'so2(1,2)', 'so3 x scaling2']) {
    const group = groupByName(name);
    const back = defineGroup(JSON.parse(JSON.stringify(group)));
    assert.equal(back.toJSON(), group.toJSON());
    assert.equal([back.compact, back.connected], [group.compact, group.connected]);
    close(back.form ?? [], group.form ?? []);
    const w = new Float64Array(group.dimension).fill(0.3);
    close(back.exp(w), group.exp(w), { atol: 1e-14 });
    close(back.log(group.exp(w)), w, { atol: 1e-13 });
  }
});

test('names what is wrong', () => {
  const define =
    (generators: number[][][], name = 'x') =>
    () =>
      defineGroup({ name, generators });
  assert.throws(define([rotation], ''), /name is ""/);
  assert.throws(define([]), /generators is an array of 0 values/);
  assert.throws(define([[[1, 2]]]), /generators\[0\].*square/);
  assert.throws(define([rotation, [[1]]]), /generators\[1\].*square/);
  assert.throws(define([[[NaN]]]), /generators\[0\].*finite/);
  assert.throws(
    define([
      rotation,
      [
        [0, 2],
        [-2, 0],
      ],
    ]),
    /linearly dependent/,
  );
  assert.throws(define([[[0]]]), /linearly dependent/);
  assert.throws(define([[[1]], [[2]]]), /linearly dependent/);
  const group = defineGroup({
    name: 'turns',
    generators: [
      rotation,
      [
        [1, 0],
        [0, 1],
      ],
    ],
  });
  assert.throws(() => group.exp(new Float64Array(3)), /multiple of 2 values.*turns/);
});

test.run();
