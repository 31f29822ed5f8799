import { dimensionOf, invalidArgument, NoetherError, type Trajectories } from '@noether/contracts';

/** What a SINDy autoencoder learns from: trajectories with velocities, for order 2 accelerations too. */
export interface DerivativeData {
  /** Every trajectory needs its velocities. */
  readonly trajectories: Trajectories;
  /** d²x/dt² of each trajectory, row-major rows × dimension; needed for systems of second order. */
  readonly accelerations?: readonly Float64Array[];
}

/** All trajectories one after the other, row-major rows × dimension. */
export interface DerivativeSamples {
  readonly rows: number;
  readonly dimension: number;
  readonly states: Float64Array;
  readonly velocities: Float64Array;
  readonly accelerations?: Float64Array;
}

/**
 * Joins the trajectories of the data.
 * @throws NoetherError when velocities are missing, or accelerations where `order` is 2
 */
export function derivativeSamples(data: DerivativeData, order: 1 | 2): DerivativeSamples {
  const { trajectories, accelerations } = data;
  const dimension = dimensionOf(trajectories);
  const velocities = trajectories.items.map((item, index) => {
    if (item.velocities !== undefined) return item.velocities;
    throw new NoetherError(`Trajectory ${index} has no velocities.`, {
      code: 'invalid-argument',
      argument: `trajectories.items[${index}].velocities`,
      hint: 'Differentiate the data first, e.g. with withVelocities of @noether/datasets.',
    });
  });
  const states = join(trajectories.items.map((item) => item.states));
  const samples = {
    rows: states.length / dimension,
    dimension,
    states,
    velocities: join(velocities),
  };
  if (order === 1) return samples;
  const given = accelerations === undefined ? new Float64Array(0) : join(accelerations);
  if (given.length !== states.length) {
    throw invalidArgument(
      'accelerations',
      accelerations,
      `a system of second order needs as many numbers as there are states, ${states.length}`,
    );
  }
  return { ...samples, accelerations: given };
}

/** At most so many of the rows, evenly spread. */
export function evenSamples(samples: DerivativeSamples, most: number): DerivativeSamples {
  const { rows, dimension, states, velocities, accelerations } = samples;
  if (rows <= most) return samples;
  const some = (all: Float64Array): Float64Array => {
    const chosen = new Float64Array(most * dimension);
    for (let row = 0; row < most; row++) {
      const from = Math.floor((row * rows) / most) * dimension;
      chosen.set(all.subarray(from, from + dimension), row * dimension);
    }
    return chosen;
  };
  return {
    rows: most,
    dimension,
    states: some(states),
    velocities: some(velocities),
    ...(accelerations && { accelerations: some(accelerations) }),
  };
}

function join(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
