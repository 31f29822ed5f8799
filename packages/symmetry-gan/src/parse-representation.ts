import { invalidArgument, NoetherError } from '@noether/contracts';
import { groupByName } from '@noether/lie-algebra';
import { representation, type Representation, type RepresentationBlock } from './representation.js';

/**
 * Reads the string form of the papers' configurations (`--repr` of the reference implementation):
 * tuples separated by `;`, each `(N, c, d)` for N copies of a d-dimensional vector under c learned
 * generators, `(N, name)` for a known group such as `so2` or `so3+1`, `(N,)` for N invariant
 * scalars. `+` is accepted between tuples too (the separator of its successor).
 *
 * There N counts the copies in all states of a sample, which lie one after the other; here a
 * representation describes one state, so N must be a multiple of `timesteps` and every tuple gets its
 * share of every state. With one tuple that is the same. With several tuples and several states, the
 * reference implementation lets its blocks straddle the states, which no group action on one state
 * can mean; that is not repeated.
 * @throws NoetherError that shows the tuple and what was expected, `unknown-group` for a group's name
 */
export function parseRepresentation(text: string, timesteps: number): Representation {
  const tuples = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]);
  const rest = text.replaceAll(/\([^()]*\)/g, '').replaceAll(/[;+\s]/g, '');
  if (tuples.length === 0 || rest !== '') {
    throw invalidArgument(
      'representation',
      text,
      'expected tuples such as "(2,1,2)" or "(1,so2);(1,so2)"',
    );
  }
  return representation(tuples.map((tuple) => parseTuple(tuple, timesteps)));
}

function parseTuple(tuple: string, timesteps: number): RepresentationBlock {
  const parts = tuple.split(',').map((part) => part.trim());
  const total = Number(parts[0]);
  const fault = (wanted: string): NoetherError =>
    invalidArgument('representation', `(${tuple})`, wanted);
  if (!Number.isInteger(total) || total < 1) throw fault('the number of copies comes first');
  if (total % timesteps !== 0) {
    throw fault(
      `${total} copies cannot be shared out among the ${timesteps} states of a sample; write a multiple of ${timesteps}`,
    );
  }
  const copies = total / timesteps;
  if (parts.length === 2 && parts[1] === '') return { kind: 'invariant', copies };
  if (parts.length === 2) {
    const group = groupByName(parts[1]);
    return {
      kind: 'fixed',
      copies,
      name: group.name,
      dimension: group.size,
      generators: group.generators,
    };
  }
  const [generators, dimension] = [Number(parts[1]), Number(parts[2])];
  const whole = [generators, dimension].every((size) => Number.isInteger(size) && size > 0);
  if (parts.length !== 3 || !whole) {
    throw fault('expected (copies, generators, dimension), (copies, group) or (copies,)');
  }
  return { kind: 'learned', copies, generators, dimension };
}
