import * as tf from '@tensorflow/tfjs';
import { invalidArgument } from '@noether/contracts';
import { coordinates } from '@noether/lie-algebra';
import type { GeneratorMap } from './generator-map.js';

/** L = Σ aⱼBⱼ: the coefficients aⱼ over fixed matrices Bⱼ are trained. */
export function span(basis: readonly Float64Array[], dimension: number): GeneratorMap {
  const size = dimension * dimension;
  const count = basis.length;
  const rows = basis.flatMap((matrix) => Array.from(matrix));
  return {
    shape: [count],
    tensors: (numbers) =>
      tf.reshape(tf.matMul(numbers as tf.Tensor2D, tf.tensor2d(rows, [count, size])), [
        -1,
        dimension,
        dimension,
      ]),
    matrices: (numbers) => {
      const matrices = new Float32Array((numbers.length / count) * size);
      return matrices.map((_, index) => {
        const first = Math.floor(index / size) * count;
        return basis.reduce((sum, matrix, j) => sum + numbers[first + j] * matrix[index % size], 0);
      });
    },
    numbers: (matrices) =>
      Float32Array.from(
        coordinates(
          basis,
          Array.from({ length: matrices.length / size }, (_, at) =>
            Float64Array.from(matrices.subarray(at * size, (at + 1) * size)),
          ),
        ),
      ),
  };
}

/** @throws NoetherError when there is no matrix, or one is not a finite d × d one or only 0 */
export function checkSpan(
  argument: string,
  basis: readonly Float64Array[],
  dimension: number,
): void {
  const fits = (matrix: Float64Array): boolean =>
    matrix.length === dimension ** 2 &&
    matrix.every(Number.isFinite) &&
    matrix.some((entry) => entry !== 0);
  if (basis.length === 0 || !basis.every(fits)) {
    throw invalidArgument(
      argument,
      basis,
      `give finite ${dimension} × ${dimension} matrices, none of them 0`,
    );
  }
}
