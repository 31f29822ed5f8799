import { NoetherError } from './error.js';
import type { Trajectory } from './trajectories.js';

type Fault = (message: string, value: unknown, hint: string) => NoetherError;

/** @throws NoetherError that names the trajectory, the row and the variable at fault */
export function checkTrajectory(
  item: Trajectory,
  index: number,
  names: readonly string[],
  inputs: readonly string[],
): void {
  const fault: Fault = (message, value, hint) =>
    new NoetherError(`Trajectory ${index}${message}.`, {
      code: 'invalid-trajectory',
      argument: `items[${index}]`,
      value,
      hint,
    });
  checkShapes(item, names.length, inputs, fault);
  checkTimes(item.times, fault);
  checkValues(item, names, inputs, fault);
}

function checkArrays(item: Trajectory, fault: Fault): void {
  for (const field of ['times', 'states', 'velocities', 'inputs', 'weights'] as const) {
    const values: unknown = item[field];
    const isLeftOut = values === undefined && field !== 'times' && field !== 'states';
    if (values instanceof Float64Array || isLeftOut) continue;
    const found = Array.isArray(values) ? 'a plain array' : typeof values;
    throw fault(`: ${field} is ${found}`, values, 'Give a Float64Array, as Float64Array.from(…).');
  }
}

/** @throws NoetherError that tells which array is no Float64Array or does not fit the times */
export function checkShapes(
  item: Trajectory,
  d: number,
  channels: readonly string[],
  fault: Fault,
): void {
  checkArrays(item, fault);
  const { times, states, velocities, inputs, weights } = item;
  const rows = times.length;
  const check = (what: string, found: ArrayLike<number>, columns: number, each: string): void => {
    if (found.length === rows * columns) return;
    throw fault(
      ` has ${found.length} ${what} values for ${rows} times${each}`,
      found.length,
      `Expected ${rows * columns} values, row by row.`,
    );
  };
  check('state', states, d, ` of ${d} variables`);
  if (velocities) check('velocity', velocities, d, ` of ${d} variables`);
  if (weights) check('weight', weights, 1, '');
  if (channels.length > 0 && !inputs) {
    throw fault(` has no inputs`, inputs, `Give ${channels.join(', ')} at each time.`);
  }
  if (inputs && channels.length === 0) {
    throw fault(` has inputs without names`, inputs.length, 'Name them in inputs.names.');
  }
  if (inputs) check('input', inputs, channels.length, ` of ${channels.length} inputs`);
}

function checkTimes(times: Float64Array, fault: Fault): void {
  times.forEach((time, row) => {
    if (Number.isFinite(time) && (row === 0 || time > times[row - 1])) return;
    throw fault(
      `, row ${row}: the time ${time} does not increase`,
      time,
      'Sort the rows by time and remove duplicates.',
    );
  });
}

function checkValues(
  { times, states, velocities, inputs, weights }: Trajectory,
  names: readonly string[],
  channels: readonly string[],
  fault: Fault,
): void {
  const hint = 'Remove or interpolate the row, or split the trajectory there.';
  const [d, m] = [names.length, channels.length];
  for (let row = 0; row < times.length; row++) {
    for (let column = 0; column < d; column++) {
      const state = states[row * d + column];
      const velocity = velocities?.[row * d + column] ?? 0;
      if (Number.isFinite(state) && Number.isFinite(velocity)) continue;
      const what = Number.isFinite(state) ? `moving at ${velocity}` : String(state);
      throw fault(`, row ${row}: ${names[column]} is ${what}`, state, hint);
    }
    for (let column = 0; inputs && column < m; column++) {
      const value = inputs[row * m + column];
      if (!Number.isFinite(value)) {
        throw fault(`, row ${row}: ${channels[column]} is ${value}`, value, hint);
      }
    }
    if (weights && !(weights[row] >= 0 && weights[row] < Infinity)) {
      const weight = weights[row];
      throw fault(`, row ${row}: the weight is ${weight}`, weight, 'Give a number, 0 or more.');
    }
  }
}
