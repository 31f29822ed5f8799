import { invalidArgument } from '@noether/contracts';

/**
 * Reads a whole number given to an option.
 * @throws NoetherError that names the option, what was given and the range
 */
export function parseCount(option: string, text: string, lowest: number): number {
  const value = Number(text);
  const highest = 2 ** 32 - 1;
  if (!/^\d+$/.test(text) || value < lowest || value > highest) {
    throw invalidArgument(option, text, `give a whole number from ${lowest} to ${highest}`);
  }
  return value;
}
