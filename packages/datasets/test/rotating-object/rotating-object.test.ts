import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { determinant, multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  drawSamples,
  objects,
  randomRotation,
  renderViews,
  rotatingObject,
  smallTurns,
  turned,
  unitMesh,
  type Dataset,
} from '@noether/datasets';

const context = { random: randomStream(3), observe: () => undefined };
const draw = (train: number, pixels = 16): Dataset =>
  drawSamples(
    rotatingObject(objects.chair, { pixels }),
    { train, validation: 1, test: 2 },
    context,
  );

test('random rotations are rotations, and even over all of them', () => {
  const count = 4000;
  const rotations = Array.from({ length: count }, (_, at) =>
    randomRotation(context.random.split(at)),
  );
  for (const rotation of rotations.slice(0, 20)) {
    const product = multiply(rotation, transpose(rotation, 3, 3), 3, 3, 3);
    close(product, [1, 0, 0, 0, 1, 0, 0, 0, 1], { atol: 1e-12 });
    close(determinant(rotation, 3), 1, { atol: 1e-12 });
  }
  const mean = (of: (rotation: Float64Array) => number): number =>
    rotations.reduce((sum, rotation) => sum + of(rotation), 0) / count;
  // Haar: E R = 0, E Rᵢⱼ² = 1/3, E tr R = 0, E (tr R)² = 1; ⟨R², rows⟩ by Schur's lemma.
  for (let entry = 0; entry < 9; entry++) {
    close(
      mean((rotation) => rotation[entry]),
      0,
      { atol: 0.04 },
    );
    close(
      mean((rotation) => rotation[entry] ** 2),
      1 / 3,
      { atol: 0.03 },
    );
  }
  close(
    mean((rotation) => (rotation[0] + rotation[4] + rotation[8]) ** 2),
    1,
    { atol: 0.08 },
  );
  close(
    mean(([a, b, , d, e]) => a * e - b * d),
    0,
    { atol: 0.04 },
  );
});

test('the factors of the test states are the rotations they show', () => {
  const { test: judged, factors, train } = draw(3);
  assert.is(train.names.length, 3 * 16 * 16);
  assert.equal(train.names.slice(0, 4), ['x[0,0]', 'y[0,0]', 'z[0,0]', 'x[0,1]']);
  assert.is(factors?.names.length, 9);
  const unit = unitMesh(objects.chair);
  judged.items.forEach(({ states }, row) => {
    const rotation = (factors?.values ?? new Float64Array(18)).slice(9 * row, 9 * row + 9);
    assert.equal(states, renderViews(turned(unit, rotation), { pixels: 16 }));
  });
});

test('the same seed draws the same pictures, each independent of how many there are', () => {
  const [few, many] = [draw(2), draw(5)];
  assert.equal(few.train.items[1].states, many.train.items[1].states);
  assert.equal(few.test.items[1].states, many.test.items[1].states);
  assert.not.equal(few.train.items[0].states, few.train.items[1].states);
});

test('actions turn the object before its random rotation does, alike in all samples', () => {
  const actions = smallTurns(2, context.random.split('actions'));
  const source = rotatingObject(objects.chair, { pixels: 16, actions });
  const { test: judged, factors } = drawSamples(
    source,
    { train: 1, validation: 1, test: 3 },
    context,
  );
  assert.is(factors?.kind, 'rotation');
  const values = factors?.values ?? new Float64Array(0);
  const pose = (row: number): Float64Array => values.slice(9 * row, 9 * row + 9);
  const between = multiply(transpose(actions[0], 3, 3), actions[1], 3, 3, 3);
  const unit = unitMesh(objects.chair);
  judged.items.forEach(({ times, states }, sample) => {
    assert.equal([...times], [0, 1]);
    close(pose(2 * sample + 1), multiply(pose(2 * sample), between, 3, 3, 3), { atol: 1e-12 });
    const second = states.slice(states.length / 2);
    assert.equal(second, renderViews(turned(unit, pose(2 * sample + 1)), { pixels: 16 }));
  });
});

test('small turns are turns by at most a fifth of half a turn', () => {
  for (const turn of smallTurns(50, context.random)) {
    const product = multiply(turn, transpose(turn, 3, 3), 3, 3, 3);
    close(product, [1, 0, 0, 0, 1, 0, 0, 0, 1], { atol: 1e-12 });
    const angle = Math.acos((turn[0] + turn[4] + turn[8] - 1) / 2);
    assert.ok(angle > 0 && angle <= Math.PI / 5 + 1e-9, `${angle}`);
  }
});

test('an option out of range is named', () => {
  assert.throws(() => rotatingObject(objects.chair, { pixels: 0 }), /pixels is 0/);
  assert.throws(() => rotatingObject(objects.chair, { samples: 1.5 }), /samples is 1.5/);
  assert.throws(() => rotatingObject(objects.chair, { halfWidth: -1 }), /halfWidth is -1/);
});

test.run();
