import type { Provenance } from './context.js';
import { NoetherError, invalidArgument } from './error.js';

/** One recorded path of a system. */
export interface Trajectory {
  /** Strictly increasing times, length T. */
  readonly times: Float64Array;
  /** States, row-major T × d. */
  readonly states: Float64Array;
  /** Time derivatives of the states, row-major T × d, when known. */
  readonly velocities?: Float64Array;
}

/** Recorded paths of one system, all in the same d variables. */
export interface Trajectories {
  readonly kind: 'trajectories';
  /** Variable names, length d. */
  readonly names: readonly string[];
  /** Units of the variables, length d; an empty string where there is none. */
  readonly units: readonly string[];
  readonly items: readonly Trajectory[];
  readonly provenance: Provenance;
}

/** A function of the state that is constant along every trajectory, e.g. the energy. */
export interface ConservedQuantity {
  readonly name: string;
  evaluate(state: ArrayLike<number>): number;
}

/** dx/dt as a function of x: writes the velocity of `state` into `velocity`. */
export type VectorField = (state: ArrayLike<number>, velocity: Float64Array) => void;

/** The number d of variables. */
export function dimensionOf(trajectories: Trajectories): number {
  return trajectories.names.length;
}

/**
 * Checks shapes, increasing times and finite numbers, and freezes the value.
 * @throws NoetherError that names the trajectory and the row
 */
export function trajectories(value: Omit<Trajectories, 'kind'>): Trajectories {
  const d = value.names.length;
  if (d === 0) throw invalidArgument('names', value.names, 'name at least one variable');
  if (value.units.length !== d) {
    throw invalidArgument('units', value.units, `give one unit for each of the ${d} variables`);
  }
  if (value.items.length === 0) {
    throw invalidArgument('items', value.items, 'give at least one trajectory');
  }
  value.items.forEach((item, index) => checkTrajectory(item, index, value.names));
  return Object.freeze({ kind: 'trajectories', ...value });
}

function checkTrajectory(item: Trajectory, index: number, names: readonly string[]): void {
  const d = names.length;
  const rows = item.times.length;
  const fault = (message: string, value: unknown, hint: string): NoetherError =>
    new NoetherError(`Trajectory ${index}${message}.`, {
      code: 'invalid-trajectory',
      argument: `items[${index}]`,
      value,
      hint,
    });
  if (item.states.length !== rows * d) {
    throw fault(
      ` has ${item.states.length} state values for ${rows} times of ${d} variables`,
      item.states.length,
      `Expected ${rows * d} values, row by row.`,
    );
  }
  if (item.velocities && item.velocities.length !== rows * d) {
    throw fault(
      ` has ${item.velocities.length} velocity values for ${rows} times of ${d} variables`,
      item.velocities.length,
      `Expected ${rows * d} values, row by row.`,
    );
  }
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(item.times[row]) || (row > 0 && item.times[row] <= item.times[row - 1])) {
      throw fault(
        `, row ${row}: the time ${item.times[row]} does not increase`,
        item.times[row],
        'Sort the rows by time and remove duplicates.',
      );
    }
    for (let column = 0; column < d; column++) {
      const state = item.states[row * d + column];
      const velocity = item.velocities?.[row * d + column] ?? 0;
      if (!Number.isFinite(state) || !Number.isFinite(velocity)) {
        throw fault(
          `, row ${row}: ${names[column]} is ${Number.isFinite(state) ? `moving at ${velocity}` : state}`,
          state,
          'Remove or interpolate the row, or split the trajectory there.',
        );
      }
    }
  }
}

/** Whether an unknown value, for instance one read from a file, is a {@link Trajectories}. */
export function isTrajectories(value: unknown): value is Trajectories {
  const candidate = value as Trajectories | null;
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    candidate.kind === 'trajectories' &&
    Array.isArray(candidate.names) &&
    Array.isArray(candidate.items) &&
    (candidate.items as readonly Trajectory[]).every(
      (item) => item.times instanceof Float64Array && item.states instanceof Float64Array,
    )
  );
}
