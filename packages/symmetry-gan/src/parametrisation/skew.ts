import * as tf from '@tensorflow/tfjs';
import type { GeneratorMap } from './generator-map.js';

/** L = A − Aᵀ of a trained A, the antisymmetric generators of EquivSINDy (arXiv 2405.16756). */
export function skew(dimension: number): GeneratorMap {
  const size = dimension * dimension;
  return {
    shape: [dimension, dimension],
    tensors: (numbers) => tf.sub(numbers, tf.transpose(numbers, [0, 2, 1])),
    matrices: (numbers) =>
      numbers.map((value, index) => {
        const entry = index % size;
        const [row, column] = [Math.floor(entry / dimension), entry % dimension];
        return value - numbers[index - entry + column * dimension + row];
      }),
    numbers: (matrices) =>
      matrices.map((value, index) => {
        const entry = index % size;
        const [row, column] = [Math.floor(entry / dimension), entry % dimension];
        return (value - matrices[index - entry + column * dimension + row]) / 4;
      }),
  };
}
