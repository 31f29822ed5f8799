import { test } from 'uvu';
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

test('nothing to preserve, nothing to change', () => {
  close(orthogonalCoordinates(new Float64Array(4), 2), identity(2));
  close(orthogonalCoordinates(Float64Array.of(1, 0, 0, -1), 2), identity(2));
});

test.run();
