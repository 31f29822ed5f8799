import type { GeneratorMap } from './generator-map.js';

/** Every entry of a d × d generator is trained. */
export function free(dimension: number): GeneratorMap {
  return {
    shape: [dimension, dimension],
    tensors: (numbers) => numbers,
    matrices: (numbers) => numbers.slice(),
    numbers: (matrices) => matrices.slice(),
  };
}
