import { trajectories, type Trajectories } from '@noether/contracts';

/** A recording with its derivatives, row-major times × variables. */
interface Recording {
  readonly times: Float64Array;
  readonly states: Float64Array;
  readonly velocities: Float64Array;
  readonly accelerations: Float64Array;
}

/** Recordings as the trajectories and accelerations that a SINDy autoencoder of order 2 is trained with. */
export function accelerated(
  names: readonly string[],
  recordings: readonly Recording[],
): { readonly trajectories: Trajectories; readonly accelerations: Float64Array[] } {
  return {
    trajectories: trajectories({
      names,
      units: names.map(() => ''),
      items: recordings.map(({ times, states, velocities }) => ({ times, states, velocities })),
      provenance: { stage: 'test' },
    }),
    accelerations: recordings.map(({ accelerations }) => accelerations),
  };
}
