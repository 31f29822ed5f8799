import { invalidArgument } from '@noether/contracts';
import { checkFinite } from './check-finite.js';
import { checkMatrix } from './check-matrix.js';

/**
 * @throws NoetherError that names the generator when there is none, or one is not n × n or not finite
 */
export function checkGenerators(generators: readonly Float64Array[], n: number): void {
  if (generators.length === 0) {
    throw invalidArgument('generators', generators, 'give at least one generator');
  }
  generators.forEach((generator, index) => {
    checkMatrix(`generators[${index}]`, generator, n);
    checkFinite(`generators[${index}]`, generator, n);
  });
}
