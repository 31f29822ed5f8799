import type { Provenance } from './context.js';
import { checkTrajectory } from './check-trajectory.js';
import { invalidArgument } from './error.js';
import { type Gaps, splitAtGaps } from './split-at-gaps.js';

/** One recorded path of a system. */
export interface Trajectory {
  /** Strictly increasing times, length T. */
  readonly times: Float64Array;
  /** States, row-major T × d. */
  readonly states: Float64Array;
  /** Time derivatives of the states, row-major T × d, when known. */
  readonly velocities?: Float64Array;
  /** What acted on the system at the times, row-major T × m, when {@link Trajectories.inputs} names it. */
  readonly inputs?: Float64Array;
  /** Weight of each row's squared residual in a fit, length T, 0 or more; all 1 when left out. */
  readonly weights?: Float64Array;
}

/** Quantities that act on a system and are not explained by it: controls, forcings, parameters. */
export interface InputVariables {
  /** Length m, different from the names of the variables. */
  readonly names: readonly string[];
  /** Length m; an empty string where there is none. */
  readonly units: readonly string[];
}

/** Recorded paths of one system, all in the same d variables. */
export interface Trajectories {
  readonly kind: 'trajectories';
  /** Variable names, length d. */
  readonly names: readonly string[];
  /** Units of the variables, length d; an empty string where there is none. */
  readonly units: readonly string[];
  /** What acts on the system; nothing when left out. */
  readonly inputs?: InputVariables;
  readonly items: readonly Trajectory[];
  /** What was cut out because it was not finite; nothing was when left out. */
  readonly gaps?: Gaps;
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

/** Options of {@link trajectories}. */
export interface TrajectoriesOptions {
  /**
   * What becomes of a row with a value that is not finite: `refuse` throws, `split` cuts the trajectory
   * there and counts in {@link Trajectories.gaps}; `refuse` by default.
   */
  readonly gaps?: 'refuse' | 'split';
}

/**
 * Checks names, shapes, increasing times and finite numbers, and freezes the value.
 * @throws NoetherError that names the trajectory and the row, or that nothing is left between the gaps
 */
export function trajectories(
  value: Omit<Trajectories, 'kind'>,
  { gaps = 'refuse' }: TrajectoriesOptions = {},
): Trajectories {
  const { names, units, inputs, items } = value;
  checkNames('names', names, 'units', units);
  if (inputs) checkNames('inputs.names', inputs.names, 'inputs.units', inputs.units);
  const all = [...names, ...(inputs?.names ?? [])];
  const twice = all.find((name, index) => all.indexOf(name) !== index);
  if (twice !== undefined) throw invalidArgument('names', twice, 'every name must be different');
  if (items.length === 0) throw invalidArgument('items', items, 'give at least one trajectory');
  const channels = inputs?.names ?? [];
  if (gaps === 'refuse') {
    items.forEach((item, index) => checkTrajectory(item, index, names, channels));
    return Object.freeze({ kind: 'trajectories', ...value });
  }
  const pieces = splitAtGaps(items, names, channels);
  pieces.items.forEach((item, index) => checkTrajectory(item, index, names, channels));
  return Object.freeze({
    kind: 'trajectories',
    ...value,
    items: pieces.items,
    ...(pieces.gaps.rows > 0 ? { gaps: pieces.gaps } : {}),
  });
}

function checkNames(
  argument: string,
  names: readonly string[],
  unitArgument: string,
  units: readonly string[],
): void {
  if (names.length === 0) throw invalidArgument(argument, names, 'name at least one variable');
  if (names.includes('')) throw invalidArgument(argument, names, 'every name needs a letter');
  if (units.length !== names.length) {
    const wanted = `give one unit for each of the ${names.length} variables`;
    throw invalidArgument(unitArgument, units, wanted);
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
