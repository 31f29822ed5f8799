import type { Trajectories } from '@noether/contracts';
import { fromArray, type ArrayOptions } from './from-array.js';
import { parseNpy } from './npy/parse-npy.js';

/** Options of {@link fromNpy}. */
export type NpyOptions = ArrayOptions;

/**
 * Reads trajectories from a NumPy .npy file of shape (T, d), one trajectory of T rows in d variables,
 * or (n, T, d), n of them. Types f4, f8, i1 … i8, u1 … u8; velocities are finite differences.
 * @throws NoetherError when the file or its shape cannot be read, or names do not fit
 */
export function fromNpy(bytes: Uint8Array, options: NpyOptions): Trajectories {
  return fromArray(parseNpy(bytes), options, 'npy');
}
