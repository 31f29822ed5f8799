import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import { matrixExponential, type Engine } from '@noether/compute';
import { expm } from '@noether/numerics';

/** How far the exponential of the training step is from that of float64. */
export interface ExponentialErrors {
  /** Largest ‖exp X − reference‖ / ‖reference‖ of a batch. */
  readonly value: number;
  /** ‖gradient − reference‖ / ‖reference‖ of Σ Cᵦ · exp(Xᵦ) by the generators. */
  readonly gradient: number;
}

const BATCH = 32;
const CHANNELS = 2;
const DIFFERENCE = 1e-4;

/**
 * exp(Σ wᵢLᵢ) of `size` × `size` matrices as an engine computes it in training, with L, w and C standard normal,
 * held against scaling and squaring in float64, and its gradient against central differences of that.
 */
export async function exponentialErrors(
  size: number,
  engine: Engine,
  random: RandomStream,
): Promise<ExponentialErrors> {
  const square = size * size;
  const draw = (count: number): Float32Array => random.fillNormal(new Float32Array(count));
  const [w, generators, weights] = [BATCH * CHANNELS, CHANNELS * square, BATCH * square].map(draw);
  const compiled = await engine.compile(differentiated(size), {
    w: { shape: [BATCH, CHANNELS] },
    generators: { shape: [CHANNELS, square] },
    weights: { shape: [BATCH, size, size] },
  });
  const value = new Float32Array(BATCH * square);
  const gradient = new Float32Array(CHANNELS * square);
  await compiled.run({ w, generators, weights }, { value, gradient });
  await compiled.dispose();
  const exact = Float64Array.from(generators);
  const reference = exponentials(w, exact, size);
  const errors = reference.map((matrix, row) =>
    relativeDistance(value.subarray(row * square, (row + 1) * square), matrix),
  );
  const slope = exact.map((_, at) => {
    const [ahead, behind] = [1, -1].map((sign) => {
      const moved = exact.slice();
      moved[at] += sign * DIFFERENCE;
      return exponentials(w, moved, size).reduce(
        (sum, matrix, row) => sum + dot(matrix, weights.subarray(row * square, (row + 1) * square)),
        0,
      );
    });
    return (ahead - behind) / (2 * DIFFERENCE);
  });
  return { value: Math.max(...errors), gradient: relativeDistance(gradient, slope) };
}

function differentiated(size: number) {
  return ({ w, generators, weights }: Record<string, tf.Tensor>): Record<string, tf.Tensor> => {
    const exponential = (l: tf.Tensor): tf.Tensor3D =>
      matrixExponential(
        tf.reshape(tf.matMul(w as tf.Tensor2D, l as tf.Tensor2D), [BATCH, size, size]),
      );
    const [gradient] = tf.grads((l: tf.Tensor) => tf.sum(tf.mul(exponential(l), weights)))([
      generators,
    ]);
    return { value: exponential(generators), gradient };
  };
}

/** exp(Σ wᵢLᵢ) of each row of coefficients, in float64. */
function exponentials(w: Float32Array, generators: Float64Array, size: number): Float64Array[] {
  const square = size * size;
  return Array.from({ length: BATCH }, (_, row) =>
    expm(
      Float64Array.from({ length: square }, (_unused, at) => {
        let sum = 0;
        for (let c = 0; c < CHANNELS; c++)
          sum += w[row * CHANNELS + c] * generators[c * square + at];
        return sum;
      }),
      size,
    ),
  );
}

function dot(a: Float64Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}

function relativeDistance(a: ArrayLike<number>, b: Float64Array): number {
  return Math.hypot(...b.map((value, at) => a[at] - value)) / Math.hypot(...b);
}
