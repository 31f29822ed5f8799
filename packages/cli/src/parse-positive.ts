import { invalidArgument } from '@noether/contracts';

/**
 * Reads a positive number given to an option.
 * @throws NoetherError that names the option and what was given
 */
export function parsePositive(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Infinity)) {
    throw invalidArgument(option, text, 'give a positive number');
  }
  return value;
}

/**
 * Reads a number of 0 or more given to an option.
 * @throws NoetherError that names the option and what was given
 */
export function parseNotNegative(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < Infinity)) {
    throw invalidArgument(option, text, 'give a number of 0 or more');
  }
  return value;
}
