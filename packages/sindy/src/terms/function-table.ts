import { invalidArgument } from '@noether/contracts';
import type { ElementaryFunction } from './elementary-function.js';
import { elementaryFunctions } from './elementary-functions.js';

/**
 * The functions by name: those that every system knows and `more`, which may not redefine them.
 * @throws NoetherError when two different functions have one name
 */
export function functionTable(
  more: readonly ElementaryFunction[] = [],
): ReadonlyMap<string, ElementaryFunction> {
  const table = new Map(elementaryFunctions.map((entry) => [entry.name, entry]));
  for (const entry of more) {
    if ((table.get(entry.name) ?? entry) !== entry) {
      throw invalidArgument('functions', entry.name, 'two different functions have this name');
    }
    table.set(entry.name, entry);
  }
  return table;
}

/** @throws NoetherError that lists the known names */
export function functionNamed(
  table: ReadonlyMap<string, ElementaryFunction>,
  name: string,
): ElementaryFunction {
  const found = table.get(name);
  if (found) return found;
  throw invalidArgument('function', name, `known are ${[...table.keys()].join(', ')}`);
}
