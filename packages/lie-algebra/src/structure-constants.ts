import { NoetherError } from '@noether/contracts';
import { bracket } from './bracket.js';
import { checkGenerators } from './check-generators.js';
import { coordinates } from './coordinates.js';

const most = 32_000_000;

/**
 * The numbers c with [Lᵢ, Lⱼ] = Σₖ cᵢⱼₖ Lₖ, row-major c × c × c, by least squares: for a basis that
 * is not closed they belong to the part of the bracket inside the span (see `closureResidual`).
 * @param generators row-major n × n matrices
 * @throws NoetherError when the generators are linearly dependent, not n × n or not finite, and
 *   `group-too-large` when all brackets together have more than 32,000,000 entries
 */
export function structureConstants(generators: readonly Float64Array[], n: number): Float64Array {
  checkGenerators(generators, n);
  const numbers = (generators.length * n) ** 2;
  if (numbers > most) {
    throw new NoetherError(
      `The brackets of ${generators.length} generators of ${n} × ${n} entries are ${numbers.toLocaleString('en')} numbers; at most ${most.toLocaleString('en')} are made.`,
      {
        code: 'group-too-large',
        argument: 'generators',
        value: generators.length,
        hint: 'Give those generators that you need, or single pairs to bracket.',
      },
    );
  }
  const brackets = generators.flatMap((first) =>
    generators.map((second) => bracket(first, second, n)),
  );
  return coordinates(generators, brackets);
}
