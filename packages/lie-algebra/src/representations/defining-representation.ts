import type { Group } from '../group.js';
import { representation, type Representation } from './representation.js';

/** The group acting by its own matrices: dρ(L) = L. */
export function definingRepresentation({ name, generators }: Group): Representation {
  return representation(name, generators);
}
