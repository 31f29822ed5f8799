import { test } from 'uvu';
import * as tf from '@tensorflow/tfjs';
import { expm, expmFrechet, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';
import { matrixExponential } from '../../src/index.js';
import { onCpu } from '../support/on-cpu.js';

const rotation = (t: number): number[] => [0, -t, t, 0];
const boost = (t: number): number[] => [0, t, t, 0];

/** 2 × 2 matrices by what is special about them. */
const planar: Readonly<Record<string, readonly number[][]>> = {
  zero: [[0, 0, 0, 0]],
  'almost zero': [1e-12, -1e-6, 1e-4].flatMap((t) => [rotation(t), boost(t), [t, 2 * t, -t, t]]),
  nilpotent: [
    [0, 1.5, 0, 0],
    [1, -1, 1, -1],
    [0, 0, -4, 0],
  ],
  rotation: [0.01, 0.3, -0.32, 1, Math.PI, 2 * Math.PI, -12].map(rotation),
  boost: [0.01, 0.3, -0.32, 1, 5, -12].map(boost),
  'equal eigenvalues': [
    [0.7, 0, 0, 0.7],
    [-2, 1, 0, -2],
  ],
  'growth and decay': [
    [3, 0, 0, -2],
    [-20, 1, 1, 10],
    [8, 0, 3, 8],
  ],
  'far from normal': [
    [0, 30, -0.01, 0],
    [1, 40, 0, -1],
  ],
};

const solid: Readonly<Record<string, readonly number[][]>> = {
  zero: [new Array<number>(9).fill(0)],
  'almost zero': [1e-12, 1e-5].map((t) => [0, -t, 2 * t, t, t, -t, t, -t, 0]),
  nilpotent: [[0, 2, -1, 0, 0, 3, 0, 0, 0]],
  rotation: [0.3, 3, -12].map((t) => [0, -t, t / 2, t, 0, -t, -t / 2, t, 0]),
  boost: [0.3, 3, -9].map((t) => [0, t, t, t, 0, 0, t, 0, 0]),
  'growth and decay': [[3, 1, 0, 0, -4, 1, 1, 0, 0]],
  'large norm': [[-40, 20, 0, -20, -40, 5, 0, -5, -30], rotationAbout(50)],
};

function rotationAbout(t: number): number[] {
  return [0, -0.6 * t, 0, 0.6 * t, 0, -0.8 * t, 0, 0.8 * t, 0];
}

const random = randomStream('expm');
const drawn = (n: number, scale: number): number[] =>
  Array.from({ length: n * n }, () => scale * random.normal());
const others = [0.01, 0.1, 0.3, 1, 3].map((scale) => drawn(4, scale));

const families = [
  ...Object.entries(planar).map(([name, matrices]) => [2, name, matrices] as const),
  ...Object.entries(solid).map(([name, matrices]) => [3, name, matrices] as const),
  [2, 'random', [0.1, 0.3, 1, 3].flatMap((scale) => [1, 2, 3].map(() => drawn(2, scale)))] as const,
  [4, 'random', others] as const,
];

for (const [n, name, matrices] of families) {
  test(`${n} × ${n}, ${name}: value and gradient as in float64`, async () => {
    const weights = matrices.map((_, at) =>
      Array.from({ length: n * n }, (__, i) => Math.cos(at + 3 * i)),
    );
    const shape = [matrices.length, n, n];
    const { value, gradient } = await onCpu(
      ({ a, upstream }) => ({
        value: matrixExponential(a as tf.Tensor3D),
        gradient: tf.grad((x) => matrixExponential(x as tf.Tensor3D))(a, upstream),
      }),
      { a: { shape, data: matrices.flat() }, upstream: { shape, data: weights.flat() } },
    );
    matrices.forEach((matrix, at) => {
      const a = Float64Array.from(Float32Array.from(matrix));
      const direction = Float64Array.from(Float32Array.from(weights[at]));
      const part = (data: Float32Array): Float32Array =>
        data.subarray(at * n * n, (at + 1) * n * n);
      const size = 1 + Math.max(...matrix.map(Math.abs));
      const label = `exp [${matrix.join(', ')}]`;
      agree(part(value), expm(a, n), 2e-6 * size, label);
      const { derivative } = expmFrechet(transpose(a, n, n), direction, n);
      agree(part(gradient), derivative, 4e-6 * size, `gradient of ${label}`);
    });
  });
}

/** Relative to the largest entry or 1: what float32 can give where entries of all sizes are summed. */
function agree(actual: Float32Array, wanted: Float64Array, tolerance: number, label: string): void {
  const largest = Math.max(1, ...wanted.map(Math.abs));
  close(actual, wanted, { atol: tolerance * largest }, label);
}

test('near the identity the difference from it keeps its digits', async () => {
  for (const n of [2, 3]) {
    const tiny = Array.from({ length: n * n }, (_, at) => 1e-3 * Math.sin(at + 1));
    const { value } = await onCpu(({ a }) => ({ value: matrixExponential(a as tf.Tensor3D) }), {
      a: { shape: [1, n, n], data: tiny },
    });
    close(value, expm(Float64Array.from(tiny), n), { atol: 1.3e-7 }, `${n} × ${n}`);
  }
});

test.run();
