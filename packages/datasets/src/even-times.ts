import { invalidArgument } from '@noether/contracts';

/**
 * The times 0, dt, 2·dt, … of `rows` rows.
 * @throws NoetherError when dt is not a positive number
 */
export function evenTimes(rows: number, dt: number): Float64Array {
  if (!(dt > 0 && dt < Infinity)) {
    throw invalidArgument('dt', dt, 'it must be the positive time between rows');
  }
  return Float64Array.from({ length: rows }, (_, row) => row * dt);
}
