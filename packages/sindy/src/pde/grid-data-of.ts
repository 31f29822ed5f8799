import { finiteDifferences } from '@noether/numerics';
import type { EquationData } from '../equation-data.js';
import { derivativeIndices, derivativeNames } from './derivative-indices.js';
import { gridDerivative, type GridDerivativeOptions } from './grid-derivative.js';
import { checkGridField, type GridField, gridSize } from './grid-field.js';

/** Options of {@link gridDataOf}. */
export interface GridDataOptions extends GridDerivativeOptions {
  /** Highest order of the derivatives in space, that of `pdeLibrary`; 2 by default. */
  readonly order?: number;
  /** Order of accuracy of the differences in time, when no velocities are given; 2 by default. */
  readonly timeAccuracy?: number;
}

/**
 * The rows of a partial differential equation ∂u/∂t = f(u, u_x, u_xx, …) for `fitEquations` and all else that takes
 * `EquationData`: one row for each time and point, the fields as variables and their derivatives in space
 * as inputs, so that a library is one in `u, u_x, u_xx`; see `pdeLibrary`.
 * @throws NoetherError when the field does not fit its grid; RangeError when a grid is too small
 */
export function gridDataOf(field: GridField, options: GridDataOptions = {}): EquationData {
  checkGridField(field);
  const { order = 2, timeAccuracy = 2 } = options;
  const { names, axes, times, values } = field;
  const frame = gridSize(axes) * names.length;
  const inputs = derivativeNames(
    names,
    axes.map(({ name }) => name),
    order,
  );
  const columns = names.length + inputs.length;
  const states = new Float64Array(times.length * gridSize(axes) * columns);
  for (let row = 0; row < times.length; row++) {
    const now = values.subarray(row * frame, (row + 1) * frame);
    const size = gridSize(axes) * columns;
    gridColumns(now, field, order, options, states.subarray(row * size, (row + 1) * size));
  }
  const velocities =
    field.velocities ?? finiteDifferences(times, values, frame, { order: timeAccuracy });
  return { names, inputs, states, velocities };
}

/** Writes the fields and their derivatives at every point of one frame, row-major points × columns. */
export function gridColumns(
  frame: Float64Array,
  { names, axes }: Pick<GridField, 'names' | 'axes'>,
  order: number,
  options: GridDerivativeOptions,
  target: Float64Array,
): void {
  const f = names.length;
  const parts = derivativeIndices(axes.length, order).map((index) =>
    gridDerivative(frame, axes, f, index, options),
  );
  const all = [frame, ...parts];
  const points = frame.length / f;
  let at = 0;
  for (let point = 0; point < points; point++) {
    for (const part of all) {
      for (let j = 0; j < f; j++) target[at++] = part[point * f + j];
    }
  }
}
