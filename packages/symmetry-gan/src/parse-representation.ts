import { invalidArgument, NoetherError } from '@noether/contracts';
import { groupByName } from '@noether/lie-algebra';
import { blockMask } from './parametrisation/masked.js';
import type { Parametrisation } from './parametrisation/parametrisation.js';
import { representation, type Representation, type RepresentationBlock } from './representation.js';
import { splitTuples } from './split-tuples.js';

/**
 * Reads the string form of the papers' configurations (`--repr` of the reference implementation):
 * tuples separated by `;` or `+`, each
 *
 * - `(N, c, d)`: N copies of a d-dimensional vector under c learned generators of gl(d);
 * - `(N, c, d, o)`: antisymmetric ones, as in EquivSINDy; `(N, c, d, 2+2)`: within diagonal blocks of
 *   these sizes; `(N, c, d, int3)`: with whole entries −3 … 3;
 * - `(N, c, name)`: c learned combinations of the generators of a known group;
 * - `(N, name)`: a known group such as `so2`, `so3+1` or `so(1,3)`;
 * - `(N,)`: N invariant scalars.
 *
 * In the papers N counts the copies in all states of a sample, which lie one after the other; here a
 * representation describes one state, so N must be a multiple of `timesteps` and every tuple gets its
 * share of every state. With one tuple that is the same. With several tuples and several states, the
 * reference implementation lets its blocks straddle the states, which no group action on one state
 * can mean; that is not repeated.
 * @throws NoetherError that shows the tuple and what was expected, `unknown-group` for a group's name
 */
export function parseRepresentation(text: string, timesteps: number): Representation {
  const tuples = splitTuples(text);
  if (tuples === null) {
    throw invalidArgument(
      'representation',
      text,
      'expected tuples such as "(2,1,2)" or "(1,so2);(1,so2)"',
    );
  }
  return representation(tuples.map((parts) => parseTuple(parts, timesteps)));
}

function parseTuple(parts: readonly string[], timesteps: number): RepresentationBlock {
  const fault = (wanted: string): NoetherError =>
    invalidArgument('representation', `(${parts.join(',')})`, wanted);
  const total = wholeNumber(parts[0]);
  if (total === null) throw fault('the number of copies comes first');
  if (total % timesteps !== 0) {
    throw fault(
      `${total} copies cannot be shared out among the ${timesteps} states of a sample; write a multiple of ${timesteps}`,
    );
  }
  const copies = total / timesteps;
  if (parts.length === 2 && parts[1] === '') return { kind: 'invariant', copies };
  if (parts.length === 2) {
    const { name, size, generators } = groupByName(parts[1]);
    return { kind: 'fixed', copies, name, dimension: size, generators };
  }
  const generators = wholeNumber(parts[1]);
  const dimension = wholeNumber(parts[2]);
  if (parts.length === 3 && generators !== null && /^[a-z]/i.test(parts[2])) {
    const { size, generators: basis } = groupByName(parts[2]);
    const parametrisation = { kind: 'span', basis } as const;
    return { kind: 'learned', copies, generators, dimension: size, parametrisation };
  }
  const form = parts.length === 4 ? parseForm(parts[3], dimension ?? 0) : undefined;
  if (generators === null || dimension === null || parts.length > 4 || form === null) {
    throw fault(
      'expected (copies, generators, dimension), (copies, generators, group), (copies, group) or ' +
        '(copies,); a fourth entry is o, int and a number, or the sizes of blocks such as 2+2',
    );
  }
  const block = { kind: 'learned', copies, generators, dimension } as const;
  return form ? { ...block, parametrisation: form } : block;
}

/** What the fourth entry of a tuple means; null when nothing that fits the dimension. */
function parseForm(text: string, dimension: number): Parametrisation | null {
  if (text === 'o') return { kind: 'skew' };
  const bound = /^int\s*(\d+)$/.exec(text);
  if (bound) return { kind: 'integer', bound: Number(bound[1]) };
  const sizes = text.split('+').map((part) => wholeNumber(part) ?? 0);
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sizes.includes(0) || sum !== dimension ? null : { kind: 'masked', mask: blockMask(sizes) };
}

/** The positive whole number that the text is, or null. */
function wholeNumber(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
}
