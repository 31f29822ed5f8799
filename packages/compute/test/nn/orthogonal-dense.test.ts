import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { identity, multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';
import { orthogonalDense, orthonormalRows } from '../../src/index.js';
import { onCpu } from '../support/on-cpu.js';
import { rejection } from '../support/rejection.js';

/** The first k rows of H_k … H₁, each reflection written out as a matrix, in float64. */
function literalRows(vectors: Float64Array, k: number, n: number): Float64Array {
  let product = identity(n);
  for (let index = 0; index < k; index++) {
    const v = vectors.subarray(index * n, (index + 1) * n);
    const square = v.reduce((sum, entry) => sum + entry * entry, 0);
    const reflection = identity(n).map(
      (one, at) => one - (2 * v[Math.floor(at / n)] * v[at % n]) / square,
    );
    product = multiply(product, reflection, n, n, n);
  }
  return transpose(product, n, n).slice(0, k * n);
}

for (const [k, n] of [
  [1, 1],
  [1, 5],
  [2, 2],
  [2, 6],
  [4, 4],
  [5, 32],
]) {
  const random = randomStream(`orthonormal ${k} ${n}`);
  const vectors = Float64Array.from(random.fillNormal(new Float32Array(k * n)));
  const upstream = random.fillNormal(new Float64Array(k * n));

  test(`${k} × ${n}: rows are orthonormal and products of reflections`, async () => {
    const { rows, scaled } = await onCpu(
      ({ v }) => ({
        rows: orthonormalRows(v as tf.Tensor2D),
        scaled: orthonormalRows(tf.mul(v, 1e-4)),
      }),
      { v: { shape: [k, n], data: vectors } },
    );
    const w = Float64Array.from(rows);
    close(multiply(w, transpose(w, k, n), k, n, k), identity(k), { atol: 1e-6 });
    close(w, literalRows(vectors, k, n), { atol: 2e-6 });
    close(scaled, rows, { atol: 2e-6 }, 'the length of the vectors does not matter');
  });

  test(`${k} × ${n}: the gradient is that of the formula`, async () => {
    const { gradient } = await onCpu(
      ({ v, dy }) => ({ gradient: tf.grad((x) => orthonormalRows(x as tf.Tensor2D))(v, dy) }),
      { v: { shape: [k, n], data: vectors }, dy: { shape: [k, n], data: upstream } },
    );
    const h = 1e-6;
    const loss = (entry: number, by: number): number => {
      const moved = vectors.slice();
      moved[entry] += by;
      return literalRows(moved, k, n).reduce((sum, value, at) => sum + value * upstream[at], 0);
    };
    const wanted = vectors.map((_, entry) => (loss(entry, h) - loss(entry, -h)) / (2 * h));
    const largest = Math.max(...wanted.map(Math.abs), 0.1);
    close(gradient, wanted, { rtol: 1e-4, atol: 1e-5 * largest });
  });
}

test('fewer inputs than outputs are refused', async () => {
  const error = await rejection(() => orthogonalDense('last', 2, 3));
  assert.is(error.argument, 'inputs');
});

test.run();
