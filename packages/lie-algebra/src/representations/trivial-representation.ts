import { invalidArgument } from '@noether/contracts';
import type { Group } from '../group.js';
import { representation, type Representation } from './representation.js';

/**
 * The action on Rⁿ that moves nothing: dρ = 0.
 * @throws NoetherError when the size is no integer of at least 1
 */
export function trivialRepresentation(group: Group, size = 1): Representation {
  if (!Number.isInteger(size) || size < 1) {
    throw invalidArgument('size', size, 'give an integer of at least 1');
  }
  return representation(
    'trivial',
    group.generators.map(() => new Float64Array(size * size)),
  );
}
