import type { Encoder, Trajectories } from '@noether/contracts';
import { concatenated } from '../stages/even-rows.js';

/** The latent states of all rows of all trajectories, one after the other, row-major rows × latentDimension. */
export function latentStates(encoder: Encoder, data: Trajectories): Promise<Float64Array> {
  return encoder.encode(concatenated(data.items.map(({ states }) => states)));
}
