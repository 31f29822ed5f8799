import * as tf from '@tensorflow/tfjs';
import { invalidArgument } from '@noether/contracts';
import type { GeneratorMap } from './generator-map.js';

/** The entries where the mask is 1 are trained, the others are 0 and have no gradient. */
export function masked(mask: readonly (readonly number[])[]): GeneratorMap {
  const entries = mask.flat();
  const dimension = mask.length;
  const apply = (numbers: Float32Array): Float32Array =>
    numbers.map((value, index) => value * entries[index % entries.length]);
  return {
    shape: [dimension, dimension],
    tensors: (numbers) => tf.mul(numbers, tf.tensor(entries, [1, dimension, dimension])),
    matrices: apply,
    numbers: apply,
  };
}

/** @throws NoetherError when the mask is not d × d, has other numbers than 0 and 1, or only 0 */
export function checkMask(
  argument: string,
  mask: readonly (readonly number[])[],
  dimension: number,
): void {
  const square = mask.length === dimension && mask.every((row) => row.length === dimension);
  const entries = mask.flat();
  if (!square || !entries.every((entry) => entry === 0 || entry === 1) || !entries.includes(1)) {
    throw invalidArgument(
      argument,
      mask,
      `give ${dimension} rows of ${dimension} numbers 0 or 1, not all of them 0`,
    );
  }
}

/**
 * The mask of blocks of these sizes on the diagonal: `[2, 2, 2, 2]` leaves four 2 × 2 blocks of an
 * 8 × 8 generator, `[4, 4]` the `4*4_factorization` of LieGAN.
 * @throws NoetherError when a size is no positive whole number
 */
export function blockMask(sizes: readonly number[]): number[][] {
  if (sizes.length === 0 || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw invalidArgument('sizes', sizes, 'give positive whole numbers');
  }
  const blockOf = sizes.flatMap((size, block) => Array.from({ length: size }, () => block));
  return blockOf.map((own) => blockOf.map((other) => (own === other ? 1 : 0)));
}
