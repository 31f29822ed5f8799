import {
  type InputVariables,
  type Trajectories,
  invalidArgument,
  trajectories,
} from '@noether/contracts';
import { interpolate, type Interpolation, type Signal } from '@noether/numerics';

/** Measured inputs at times of their own. */
export interface InputSamples {
  /** Strictly increasing. */
  readonly times: ArrayLike<number>;
  /** Row-major times × m. */
  readonly values: ArrayLike<number>;
  /** `hold` for a controller that keeps its value, `linear` or `cubic` for a smooth signal. */
  readonly interpolation: Interpolation;
}

/** Inputs as a function of time, or as samples. */
export type InputSource = Signal | InputSamples;

/**
 * Trajectories of a system on which inputs act: `source`, one for all or one for each trajectory, is read at
 * the times of every row.
 * @param inputs names and units; units are empty when left out
 * @throws NoetherError when a value is not finite
 */
export function withInputs(
  data: Trajectories,
  inputs: Pick<InputVariables, 'names'> & Partial<InputVariables>,
  source: InputSource | readonly InputSource[],
): Trajectories {
  const { names, units = names.map(() => '') } = inputs;
  if (Array.isArray(source) && source.length !== data.items.length) {
    throw invalidArgument(
      'source',
      source,
      `give one for each of ${data.items.length} trajectories`,
    );
  }
  const items = data.items.map((item, index) => {
    const own = Array.isArray(source) ? (source[index] as InputSource) : (source as InputSource);
    const signal = signalOf(own, names.length);
    const values = new Float64Array(item.times.length * names.length);
    item.times.forEach((time, row) => {
      signal(time, values.subarray(row * names.length, (row + 1) * names.length));
    });
    return { ...item, inputs: values };
  });
  return trajectories({ ...data, inputs: { names, units }, items });
}

/** An input source as a function of time. */
export function signalOf(source: InputSource, columns: number): Signal {
  if (typeof source === 'function') return source;
  return interpolate(source.times, source.values, columns, source.interpolation);
}
