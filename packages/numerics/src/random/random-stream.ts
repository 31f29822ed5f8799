import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { hashKey, type StreamKey } from './hash-key.js';

/** A splittable stream of random numbers; see {@link randomStream}. */
export interface RandomStream {
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in [0, bound), bound ≤ 2³². */
  integer(bound: number): number;
  /** Fills with what successive calls of `normal()` would give, and returns the array. */
  fillNormal<T extends Float32Array | Float64Array>(target: T): T;
  /** A uniformly random order of 0 … length − 1. */
  permutation(length: number): Int32Array;
  /** An independent stream that depends on this stream's seed and on `label`, not on its position. */
  split(label: string | number): RandomStream;
}

/**
 * A reproducible stream of random numbers: xoroshiro128+ (Blackman and Vigna 2018, by pure-rand)
 * whose 128-bit state is a hash of the seed and of the labels it was split by. The number 7 and
 * the text '7' are the same seed. Normals are made by Marsaglia's polar method.
 *
 * @throws RangeError for a seed or a label that is not finite, and for a bound that is no integer ≥ 1
 */
export function randomStream(seed: number | string): RandomStream {
  return streamOf(hashKey([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], text('seed', seed)));
}

function streamOf(key: StreamKey): RandomStream {
  const generator = xoroshiro128plusFromState(key);
  let spare = NaN;
  const uniform = (): number => uniformFloat64(generator);
  const normal = (): number => {
    if (spare === spare) {
      const value = spare;
      spare = NaN;
      return value;
    }
    let x: number, y: number, square: number;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    return x * scale;
  };
  const integer = (bound: number): number => {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
      throw new RangeError(`bound is ${bound}; give an integer from 1 to 2^32.`);
    }
    return Math.floor(uniform() * bound);
  };
  return {
    uniform,
    normal,
    integer,
    fillNormal: (target) => {
      for (let index = 0; index < target.length; index++) target[index] = normal();
      return target;
    },
    permutation: (length) => shuffled(length, integer),
    split: (label) => streamOf(hashKey(key, text('label', label))),
  };
}

/** Fisher and Yates. */
function shuffled(length: number, integer: (bound: number) => number): Int32Array {
  if (!Number.isInteger(length) || length < 0) {
    throw new RangeError(`length is ${length}; give an integer of at least 0.`);
  }
  const order = Int32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = integer(last + 1);
    const value = order[last];
    order[last] = order[other];
    order[other] = value;
  }
  return order;
}

function text(argument: string, value: string | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${argument} is ${value}; give a finite number or a string.`);
  }
  return String(value);
}
