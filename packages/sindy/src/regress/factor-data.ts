import { NoetherError, invalidArgument } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';
import { leftSide } from '../express/left-side.js';
import { columnsOf, type EquationData } from '../equation-data.js';
import type { Library } from '../library/library.js';

const BLOCK = 256;

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
  const d = data.names.length;
  const p = library.terms.length;
  const rows = checkLengths(data, p);
  const columns = p + d;
  const qr = streamingQr(columns);
  const block = new Float64Array(BLOCK * columns);
  for (let from = 0; from < rows; from += BLOCK) {
    signal?.throwIfAborted();
    const count = Math.min(BLOCK, rows - from);
    checkFinite(data, from, count);
    library.evaluate(data.states, from, count, block, columns);
    for (let row = 0; row < count; row++) {
      const source = (from + row) * d;
      const velocity = data.velocities.subarray(source, source + d);
      block.set(velocity, row * columns + p);
      if (data.weights)
        scaleRow(block, row * columns, columns, Math.sqrt(data.weights[from + row]));
    }
    qr.push(block.subarray(0, count * columns), count);
  }
  const factor = qr.factor();
  if (!factor.every(Number.isFinite)) {
    throw new NoetherError('The candidate terms overflow on this data.', {
      code: 'overflow',
      argument: 'states',
      hint: 'Scale the variables to order one or lower the degree.',
    });
  }
  return factor;
}

function scaleRow(block: Float64Array, from: number, length: number, scale: number): void {
  for (let at = from; at < from + length; at++) block[at] *= scale;
}

function checkLengths(data: EquationData, p: number): number {
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
  const counted = weights ? weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0) : rows;
  if (counted < p) {
    throw new NoetherError(`${counted} rows cannot determine ${p} terms.`, {
      code: 'too-few-rows',
      argument: 'states',
      value: counted,
      hint: 'Give more rows or lower the degree.',
    });
  }
  return rows;
}

function checkFinite(data: EquationData, from: number, count: number): void {
  const { names, states, velocities, weights, discrete = false } = data;
  const columns = columnsOf(data);
  const [d, width] = [names.length, columns.length];
  const fault = (what: string, row: number, value: number): NoetherError =>
    new NoetherError(`Row ${row}: ${what} is ${value}.`, {
      code: 'not-finite',
      argument: what,
      value,
      hint: 'Remove the row or give it a finite value.',
    });
  for (let at = from * width; at < (from + count) * width; at++) {
    if (!Number.isFinite(states[at])) {
      throw fault(columns[at % width], Math.floor(at / width), states[at]);
    }
  }
  for (let at = from * d; at < (from + count) * d; at++) {
    if (!Number.isFinite(velocities[at])) {
      throw fault(leftSide(names[at % d], discrete), Math.floor(at / d), velocities[at]);
    }
  }
  for (let row = from; weights && row < from + count; row++) {
    if (!(weights[row] >= 0 && weights[row] < Infinity))
      throw fault('the weight', row, weights[row]);
  }
}
