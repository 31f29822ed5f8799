import type { RandomStream } from '@noether/contracts';
import { identity } from '@noether/numerics';

/** Group elements to move samples with and their inverses, row-major count × d × d each. */
export interface ElementPool {
  readonly dimension: number;
  readonly elements: Float64Array;
  readonly inverses: Float64Array;
}

/** Nothing but the identity. */
export function identityPool(dimension: number): ElementPool {
  return { dimension, elements: identity(dimension), inverses: identity(dimension) };
}

/** Room for one element and its inverse for each sample of a batch. */
export interface DrawnPairs {
  readonly g: Float32Array;
  readonly inverse: Float32Array;
}

export function drawnPairs(count: number, { dimension: d }: ElementPool): DrawnPairs {
  return { g: new Float32Array(count * d * d), inverse: new Float32Array(count * d * d) };
}

/** Fills `pairs` with elements of the pool, each as likely as any other. */
export function drawPairs(pool: ElementPool, random: RandomStream, pairs: DrawnPairs): void {
  const size = pool.dimension ** 2;
  const count = pool.elements.length / size;
  for (let at = 0; at < pairs.g.length; at += size) {
    const from = random.integer(count) * size;
    for (let entry = 0; entry < size; entry++) {
      pairs.g[at + entry] = pool.elements[from + entry];
      pairs.inverse[at + entry] = pool.inverses[from + entry];
    }
  }
}
