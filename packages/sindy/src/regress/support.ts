import { invalidArgument } from '@noether/contracts';

/** Terms that each target may use, as column numbers in ascending order. */
export type Supports = readonly (readonly number[])[];

/**
 * `allowed` when given, else all terms for every target.
 * @throws NoetherError when a list names a column that does not exist
 */
export function supportsOf(terms: number, targets: number, allowed?: Supports): Supports {
  if (!allowed) {
    const all = Array.from({ length: terms }, (_, term) => term);
    return Array.from({ length: targets }, () => all);
  }
  if (allowed.length !== targets) {
    throw invalidArgument('allowed', allowed, `give one list for each of the ${targets} targets`);
  }
  return allowed.map((list, target) => {
    const wrong = list.find((term) => !Number.isInteger(term) || term < 0 || term >= terms);
    if (wrong !== undefined) {
      throw invalidArgument(`allowed[${target}]`, wrong, `terms are 0 … ${terms - 1}`);
    }
    return [...new Set(list)].sort((a, b) => a - b);
  });
}
