import { invalidArgument } from '@noether/contracts';
import type { EquationShape } from '../equation-data.js';
import type { TrajectoryChunk } from './trajectory-chunks.js';

/** @throws NoetherError that names the field of chunk number `index` whose length is wrong */
export function checkChunk(
  chunk: TrajectoryChunk,
  index: number,
  { names, inputs = [], discrete = false }: EquationShape,
): void {
  const rows = chunk.times.length;
  const check = (field: 'states' | 'velocities' | 'inputs' | 'weights', width: number): void => {
    const values = chunk[field];
    if (!values || values.length === rows * width) return;
    const wanted = `there are ${rows} times, give ${width} for each`;
    throw invalidArgument(`${field} of chunk ${index}`, values, wanted);
  };
  check('states', names.length);
  check('velocities', names.length);
  check('inputs', inputs.length);
  check('weights', 1);
  if (inputs.length > 0 && !chunk.inputs) {
    const wanted = `give ${inputs.join(', ')} for each of the ${rows} rows`;
    throw invalidArgument(`inputs of chunk ${index}`, undefined, wanted);
  }
  if (discrete && !chunk.velocities) {
    const wanted = 'a map needs the next state of each row there';
    throw invalidArgument(`velocities of chunk ${index}`, undefined, wanted);
  }
}
