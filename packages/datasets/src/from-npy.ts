import { NoetherError, invalidArgument, type Trajectories } from '@noether/contracts';
import { evenTimes } from './even-times.js';
import { parseNpy } from './npy/parse-npy.js';
import { recording } from './recording.js';
import type { RecordingOptions } from './recording-options.js';

/** Options of {@link fromNpy}. */
export interface NpyOptions extends RecordingOptions {
  /** Time between rows; the format stores none. */
  readonly dt: number;
  /** Variable names; default x1, x2, … */
  readonly names?: readonly string[];
  /** Units of the variables; default none. */
  readonly units?: readonly string[];
}

/**
 * Reads trajectories from a NumPy .npy file of shape (T, d), one trajectory of T rows in d variables,
 * or (n, T, d), n of them. Types f4, f8, i4, i8; velocities are finite differences.
 * @throws NoetherError when the file or its shape cannot be read, or names do not fit
 */
export function fromNpy(bytes: Uint8Array, options: NpyOptions): Trajectories {
  const { shape, data } = parseNpy(bytes);
  if (shape.length < 2 || shape.length > 3 || data.length === 0) throw badShape(shape);
  const [count, rows, dimension] = shape.length === 3 ? shape : [1, ...shape];
  const times = evenTimes(rows, options.dt);
  const items = Array.from({ length: count }, (_, index) => ({
    times,
    states: data.subarray(index * rows * dimension, (index + 1) * rows * dimension),
  }));
  const names = options.names ?? Array.from({ length: dimension }, (_, index) => `x${index + 1}`);
  if (names.length !== dimension) {
    throw invalidArgument('names', names, `the file has ${dimension} variables`);
  }
  const units = options.units ?? names.map(() => '');
  const provenance = { stage: 'data', options: { reader: 'npy', ...options } };
  return recording({ names, units, items, provenance }, options);
}

function badShape(shape: readonly number[]): NoetherError {
  return new NoetherError(`The array has shape (${shape.join(', ')}).`, {
    code: 'invalid-npy',
    value: shape,
    hint: 'Save (rows, variables) or (trajectories, rows, variables), with at least one of each.',
  });
}
