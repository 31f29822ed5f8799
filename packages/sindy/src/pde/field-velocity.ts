import { invalidArgument } from '@noether/contracts';
import type { VectorField } from '@noether/numerics';
import type { RunningEquations } from '../running-equations.js';
import { derivativeNames } from './derivative-indices.js';
import { gridColumns } from './grid-data-of.js';
import type { GridDerivativeOptions } from './grid-derivative.js';
import { type GridAxis, gridSize } from './grid-field.js';

/**
 * A found partial differential equation on a grid as a vector field of all values (the method of lines), for
 * `integrate` of numerics: `integrate(fieldVelocity(system, axes), frame, times)`.
 * @param options how the derivatives in space are taken; a state is row-major points × fields
 * @throws NoetherError when the inputs of the system are not the derivatives on such a grid
 */
export function fieldVelocity(
  system: RunningEquations,
  axes: readonly GridAxis[],
  options: GridDerivativeOptions = {},
): VectorField {
  const names = system.variables;
  const letters = axes.map(({ name }) => name);
  const inputs = system.inputs ?? [];
  let order = 1;
  while (derivativeNames(names, letters, order).length < inputs.length) order++;
  const wanted = derivativeNames(names, letters, order).join(', ');
  if (inputs.join(', ') !== wanted) {
    throw invalidArgument('system', inputs.join(', '), `its inputs must be ${wanted}`);
  }
  const points = gridSize(axes);
  const columns = new Float64Array(points * (names.length + inputs.length));
  return (state, velocity) => {
    gridColumns(Float64Array.from(state), { names, axes }, order, options, columns);
    system.evaluateBatch(columns, points, velocity);
  };
}
