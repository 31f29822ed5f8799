import { sizeOf } from '@noether/contracts';
import type { InputSpec } from '../tensor-function.js';
import type { Arrays } from './engine.js';

/** Small numbers of both signs; integers are zeros, which are valid indices. */
export function madeUpArrays(inputs: Readonly<Record<string, InputSpec>>): Arrays {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { shape, type }]) => {
      const size = sizeOf(shape);
      const values = Float32Array.from({ length: size }, (_, index) => 0.1 * Math.sin(7 * index));
      return [name, type === 'int32' ? new Int32Array(size) : values];
    }),
  );
}
