import { bracket } from './bracket.js';
import { checkGenerators } from './check-generators.js';
import { coordinates } from './coordinates.js';

/**
 * The numbers c with [Lᵢ, Lⱼ] = Σₖ cᵢⱼₖ Lₖ, row-major c × c × c, by least squares: for a basis that
 * is not closed they belong to the part of the bracket inside the span (see `closureResidual`).
 * @param generators row-major n × n matrices
 * @throws NoetherError when the generators are linearly dependent, not n × n or not finite
 */
export function structureConstants(generators: readonly Float64Array[], n: number): Float64Array {
  checkGenerators(generators, n);
  const brackets = generators.flatMap((first) =>
    generators.map((second) => bracket(first, second, n)),
  );
  return coordinates(generators, brackets);
}
