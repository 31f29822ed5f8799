import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { affineStep, fitDmd } from '../src/fit-dmd.js';
import { iterateMap } from '../src/iterate-map.js';

const map = {
  matrix: Float64Array.of(0.9, -0.3, 0.1, 0.2, 0.8, 0, 0, 0.1, 0.7),
  offset: Float64Array.of(0.5, -1, 2),
};

const random = randomStream('dmd');
const paths = [1, 2, 3].map(() =>
  iterateMap(affineStep(map), random.fillNormal(new Float64Array(3)), 30),
);

test('an affine map is found exactly', () => {
  const found = fitDmd(paths, 3);
  close(found.matrix, map.matrix, { atol: 1e-9 });
  close(found.offset, map.offset, { atol: 1e-9 });
});

test('with every = 2 the map applied twice is found', () => {
  const twice = fitDmd(paths, 3, 2);
  const start = Float64Array.of(1, -2, 3);
  close(
    iterateMap(affineStep(twice), start, 2).slice(3),
    iterateMap(affineStep(map), start, 3).slice(6),
    { atol: 1e-8 },
  );
});

test('two equal variables still give a map that reproduces the data', () => {
  const doubled = paths.map((path) =>
    Float64Array.from({ length: 60 }, (_, at) => path[Math.floor(at / 2) * 3]).slice(0, 60),
  );
  const { matrix, offset } = fitDmd(
    doubled.map((path) => path.slice(0, 8)),
    2,
  );
  assert.ok([...matrix, ...offset].every(Number.isFinite));
  close([matrix[0]], [matrix[2]], { atol: 1e-9 });
});

test('a growing map is held at its last bounded state', () => {
  const growing = { matrix: Float64Array.of(10), offset: Float64Array.of(0) };
  close(
    iterateMap(affineStep(growing), Float64Array.of(1), 6, 2000),
    [1, 10, 100, 1000, 1000, 1000],
  );
});

test('too short paths are refused', () => {
  assert.throws(() => fitDmd([new Float64Array(6)], 3, 2), /No trajectory has more than 2 rows/);
});

test.run();
