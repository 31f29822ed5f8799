import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  determinant,
  identity,
  inverse,
  multiply,
  randomStream,
  transpose,
} from '@noether/numerics';
import { close } from '@noether/testkit';
import { orthogonalCoordinates, so } from '../src/index.js';

test('a conjugated rotation becomes skew, volumes stay', () => {
  const random = randomStream('orthogonal coordinates');
  for (const n of [2, 3]) {
    for (let trial = 0; trial < 20; trial++) {
      const change = identity(n).map((entry) => entry + 0.3 * random.normal());
      const [first] = so(n).generators;
      const generator = multiply(multiply(change, first, n, n, n), inverse(change, n), n, n, n);
      const matrix = orthogonalCoordinates(generator, n);
      const turned = multiply(multiply(matrix, generator, n, n, n), inverse(matrix, n), n, n, n);
      const mirrored = transpose(turned, n, n);
      close(
        turned.map((entry, index) => entry + mirrored[index]),
        new Float64Array(n * n),
        { atol: 1e-7 },
      );
      close(Math.abs(determinant(matrix, n)), 1, { rtol: 1e-8 });
    }
  }
});

test('a rotation of a plane in space that stretches its axis a little becomes skew but for that', () => {
  const random = randomStream('stretched axis');
  for (let trial = 0; trial < 20; trial++) {
    const change = identity(3).map((entry) => entry + 0.2 * random.normal());
    const learned = Float64Array.of(0.002, -3, 0, 3, 0.002, 0, 0, 0, 0.02);
    const generator = multiply(multiply(change, learned, 3, 3, 3), inverse(change, 3), 3, 3, 3);
    const matrix = orthogonalCoordinates(generator, 3);
    const turned = multiply(multiply(matrix, generator, 3, 3, 3), inverse(matrix, 3), 3, 3, 3);
    const mirrored = transpose(turned, 3, 3);
    const even = Math.hypot(...turned.map((entry, index) => entry + mirrored[index]));
    assert.ok(even < 0.02 * Math.hypot(...turned), `trial ${trial}: ${even}`);
  }
});

test('nothing to preserve, nothing to change', () => {
  close(orthogonalCoordinates(new Float64Array(4), 2), identity(2));
  close(orthogonalCoordinates(Float64Array.of(1, 0, 0, -1), 2), identity(2));
});

test.run();
