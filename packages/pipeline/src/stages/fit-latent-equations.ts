import type { Context, Encoder, EquationSystem, Trajectories } from '@noether/contracts';
import type { Dataset } from '@noether/datasets';
import { type EquationData, fitEquations } from '@noether/sindy';
import type { EquationsConfig } from '../config/pipeline-config.js';
import { evenRows } from './even-rows.js';

/** dz/dt as a sparse polynomial of z, from training states and dz/dt = J_φ(x)·dx/dt. */
export async function fitLatentEquations(
  encoder: Encoder,
  { train }: Dataset,
  { rows, ...options }: EquationsConfig,
  context: Context,
): Promise<EquationSystem> {
  return fitEquations(await latentRows(encoder, train, rows), options, context);
}

/** At most `rows` latent states with their velocities, evenly spread over the data. */
export async function latentRows(
  encoder: Encoder,
  data: Trajectories,
  rows: number,
): Promise<Pick<EquationData, 'names' | 'states' | 'velocities'>> {
  const { states, velocities } = evenRows(data, rows);
  return {
    names: Array.from({ length: encoder.latentDimension }, (_, index) => `z${index + 1}`),
    states: await encoder.encode(states),
    velocities: await encoder.latentVelocity(states, velocities),
  };
}
