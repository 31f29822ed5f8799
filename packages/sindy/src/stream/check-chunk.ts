import { invalidArgument, NoetherError } from '@noether/contracts';
import type { EquationShape } from '../equation-data.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/**
 * Checks the fields of chunk number `index`.
 * @throws NoetherError that names the field whose type or length is wrong
 */
export function checkChunk(
  chunk: TrajectoryChunk,
  index: number,
  { names, inputs = [], discrete = false }: EquationShape,
): void {
  for (const field of ['times', 'states', 'velocities', 'inputs', 'weights'] as const) {
    const isLeftOut = chunk[field] === undefined && field !== 'times' && field !== 'states';
    if (chunk[field] instanceof Float64Array || isLeftOut) continue;
    throw invalidArgument(`${field} of chunk ${index}`, chunk[field], 'give a Float64Array');
  }
  const rows = chunk.times.length;
  const check = (field: 'states' | 'velocities' | 'inputs' | 'weights', width: number): void => {
    const values = chunk[field];
    if (!values || values.length === rows * width) return;
    const wanted = `there are ${rows} times, give ${width} for each`;
    throw invalidArgument(`${field} of chunk ${index}`, values, wanted);
  };
  check('states', names.length);
  check('velocities', names.length);
  check('inputs', inputs.length);
  check('weights', 1);
  if (inputs.length > 0 && !chunk.inputs) {
    const wanted = `give ${inputs.join(', ')} for each of the ${rows} rows`;
    throw invalidArgument(`inputs of chunk ${index}`, undefined, wanted);
  }
  if (discrete && !chunk.velocities) {
    const wanted = 'a map needs the next state of each row there';
    throw invalidArgument(`velocities of chunk ${index}`, undefined, wanted);
  }
}

/**
 * Checks the times of the rows [first, end) of chunk number `index`.
 * @param last the time before them, −∞ where a trajectory or a piece of one starts
 * @returns their last time
 * @throws NoetherError that names the row whose time does not increase
 */
export function checkTimes(
  times: Float64Array,
  [first, end]: readonly [number, number],
  index: number,
  last: number,
): number {
  let before = last;
  for (let from = first; from < end; from += PIECE) {
    const to = Math.min(end, from + PIECE);
    const row = firstFault(times, from, to, before);
    if (row < to) {
      throw new NoetherError(
        `Chunk ${index}, row ${row}: the time ${times[row]} does not increase.`,
        {
          code: 'invalid-trajectory',
          argument: `times of chunk ${index}`,
          value: times[row],
          hint: 'Sort the rows by time, or tell with starts: true that a trajectory starts.',
        },
      );
    }
    before = times[to - 1];
  }
  return before;
}

/** Engines compile soon what is called often, and one long loop late. */
const PIECE = 1024;

/** The first of the rows [from, to) whose time is not finite or not later than the one before; `to` when there is none. */
function firstFault(times: Float64Array, from: number, to: number, last: number): number {
  let before = last;
  for (let row = from; row < to; row++) {
    const time = times[row];
    if (!(time > before && time < Infinity)) return row;
    before = time;
  }
  return to;
}
