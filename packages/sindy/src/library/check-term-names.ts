import { type Term, invalidArgument } from '@noether/contracts';

/** @throws NoetherError when two terms have one name, as the square of x and a variable called `x^2` */
export function checkTermNames(terms: readonly Term[]): void {
  const seen = new Set<string>();
  for (const { name } of terms) {
    if (seen.has(name)) {
      throw invalidArgument('terms', name, 'two terms would have this name, rename a variable');
    }
    seen.add(name);
  }
}
