import type { Context, Encoder, EquationSystem } from '@noether/contracts';
import type { Dataset } from '@noether/datasets';
import { fitEquations } from '@noether/sindy';
import type { EquationsConfig } from '../config/pipeline-config.js';
import { evenRows } from './even-rows.js';

/** dz/dt as a sparse polynomial of z, from training states and dz/dt = J_φ(x)·dx/dt. */
export async function fitLatentEquations(
  encoder: Encoder,
  { train }: Dataset,
  { rows, ...options }: EquationsConfig,
  context: Context,
): Promise<EquationSystem> {
  const { states, velocities } = evenRows(train, rows);
  const names = Array.from({ length: encoder.latentDimension }, (_, index) => `z${index + 1}`);
  const data = {
    names,
    states: await encoder.encode(states),
    velocities: await encoder.latentVelocity(states, velocities),
  };
  return fitEquations(data, options, context);
}
