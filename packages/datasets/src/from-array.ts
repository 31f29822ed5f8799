import { NoetherError, invalidArgument, type Trajectories } from '@noether/contracts';
import { evenTimes } from './even-times.js';
import { recording } from './recording.js';
import type { RecordingOptions } from './recording-options.js';

/** Numbers in C order. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** Options of readers of plain arrays, which store neither times nor names. */
export interface ArrayOptions extends RecordingOptions {
  /** Time between rows; the format stores none. */
  readonly dt: number;
  /** Variable names; default x1, x2, … */
  readonly names?: readonly string[];
  /** Units of the variables; default none. */
  readonly units?: readonly string[];
}

/**
 * Trajectories from an array of shape (T, d), one of T rows in d variables, or (n, T, d), n of them.
 * @param reader the format, for the record and for errors: `invalid-npy`, `invalid-hdf5`
 * @throws NoetherError when the shape or the names do not fit
 */
export function fromArray(
  { shape, data }: NumberArray,
  options: ArrayOptions,
  reader: 'npy' | 'hdf5',
): Trajectories {
  checkShape(shape, reader);
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
  const provenance = { stage: 'data', options: { reader, ...options } };
  return recording({ names, units, items, provenance }, options);
}

/** @throws NoetherError when an array of this shape holds no trajectories */
export function checkShape(shape: readonly number[], reader: 'npy' | 'hdf5'): void {
  const size = shape.reduce((product, extent) => product * extent, 1);
  if (shape.length >= 2 && shape.length <= 3 && size > 0) return;
  throw new NoetherError(`The array has shape (${shape.join(', ')}).`, {
    code: `invalid-${reader}`,
    value: shape,
    hint: 'Save (rows, variables) or (trajectories, rows, variables), with at least one of each.',
  });
}
