import { invalidArgument } from '@noether/contracts';

/**
 * Returns `value` when it is 1, 2, 3, …
 * @throws NoetherError that names the argument
 */
export function positiveInteger(argument: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) {
    throw invalidArgument(argument, value, 'it must be a whole number of at least 1');
  }
  return value;
}
