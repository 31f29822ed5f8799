import { NoetherError, invalidArgument } from '@noether/contracts';
import { columnsOf, type EquationData } from '../equation-data.js';
import { leftSides } from '../express/left-side.js';
import type { Library } from '../library/library.js';
import { mergeFactors } from './merge-factors.js';
import { type RowFactor, rowFactoring } from './row-factor.js';

/**
 * Rows that are reduced together before their factors are merged, in the order of the rows. It is the
 * same whoever reduces them, one thread or many, so the result is the same to the last bit.
 */
export const LEAF_ROWS = 4096;

/**
 * The triangular factor R of √w·[Θ(X) | Ẋ], row-major (p + d)², from blocks of rows: memory does not
 * grow with the data.
 * @throws NoetherError when lengths do not match, a row is not finite or there are fewer rows than terms
 */
export function factorData(
  library: Library,
  data: EquationData,
  signal: AbortSignal | undefined,
): Float64Array {
  return reduceData(library, data, signal).factor;
}

/** {@link factorData} with the moments of the velocities. */
export function reduceData(
  library: Library,
  data: EquationData,
  signal: AbortSignal | undefined,
): RowFactor {
  const p = library.terms.length;
  const rows = checkLengths(data);
  checkEnough(data.weights ? data.weights.reduce(countPositive, 0) : rows, p);
  const reduce = rowFactoring(library, leftSides(data));
  const total = mergeFactors(p + data.names.length);
  for (let from = 0; from < rows; from += LEAF_ROWS) {
    signal?.throwIfAborted();
    total.add(reduce(data, from, Math.min(LEAF_ROWS, rows - from)));
  }
  return total.total!;
}

const countPositive = (count: number, weight: number): number => count + (weight > 0 ? 1 : 0);

/** @throws NoetherError when so many rows cannot determine `terms` coefficients */
export function checkEnough(rows: number, terms: number): void {
  if (rows >= terms) return;
  throw new NoetherError(`${rows} rows cannot determine ${terms} terms.`, {
    code: 'too-few-rows',
    argument: 'states',
    value: rows,
    hint: 'Give more rows or lower the degree.',
  });
}

function checkLengths(data: EquationData): number {
  const { names, states, velocities, weights } = data;
  const columns = columnsOf(data);
  if (states.length % columns.length !== 0) {
    const wanted = `give whole rows of ${columns.length} values (${columns.join(', ')})`;
    throw invalidArgument('states', states, wanted);
  }
  const rows = states.length / columns.length;
  if (velocities.length !== rows * names.length) {
    const wanted = `states has ${rows} rows, give ${names.length} values for each`;
    throw invalidArgument('velocities', velocities, wanted);
  }
  if (weights && weights.length !== rows) {
    throw invalidArgument('weights', weights, `give one for each of the ${rows} rows`);
  }
  return rows;
}
