import { dimensionOf, type Trajectories, type Trajectory } from '@noether/contracts';

/** States and velocities, row-major rows × dimension. */
export interface Rows {
  readonly states: Float64Array;
  readonly velocities: Float64Array;
}

/** At most `most` rows of all trajectories together, evenly spaced along them. */
export function evenRows(data: Trajectories, most: number): Rows {
  const total = data.items.reduce((sum, { times }) => sum + times.length, 0);
  const every = Math.max(1, Math.ceil(total / most));
  const parts = data.items.map((item) => everyRow(item, dimensionOf(data), every));
  return {
    states: concatenated(parts.map(({ states }) => states)),
    velocities: concatenated(parts.map(({ velocities }) => velocities)),
  };
}

/** Rows 0, every, 2·every, … of one trajectory. */
export function everyRow(item: Trajectory, dimension: number, every: number): Rows {
  const rows = Math.ceil(item.times.length / every);
  const pick = (values: Float64Array): Float64Array => {
    const picked = new Float64Array(rows * dimension);
    for (let row = 0; row < rows; row++) {
      const first = row * every * dimension;
      picked.set(values.subarray(first, first + dimension), row * dimension);
    }
    return picked;
  };
  return {
    states: pick(item.states),
    velocities: pick(item.velocities ?? new Float64Array(item.states.length)),
  };
}

export function concatenated(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
