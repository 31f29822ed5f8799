import { NoetherError } from '@noether/contracts';
import { finiteDifferences, spectralDerivative } from '@noether/numerics';
import type { DerivativeIndex } from './derivative-indices.js';
import type { GridAxis } from './grid-field.js';

/** How derivatives in space are taken. */
export interface GridDerivativeOptions {
  /** `differences` on any grid, `spectral` on even periodic ones; `differences` by default. */
  readonly method?: 'differences' | 'spectral';
  /** Order of accuracy of the differences; 2 by default. */
  readonly accuracy?: number;
}

/**
 * One derivative of fields on a grid, axis by axis.
 * @param values row-major points of the first axis (× points of the second) × columns
 * @throws NoetherError when a spectral derivative is asked for on an axis that is not periodic and even
 */
export function gridDerivative(
  values: Float64Array,
  axes: readonly GridAxis[],
  columns: number,
  index: DerivativeIndex,
  options: GridDerivativeOptions,
): Float64Array {
  return index.reduce<Float64Array>((field, order, axis) => {
    if (order === 0) return field;
    const length = axes[axis].points.length;
    const inner = axes.slice(axis + 1).reduce((size, { points }) => size * points.length, columns);
    const block = length * inner;
    const result = new Float64Array(field.length);
    for (let from = 0; from < field.length; from += block) {
      const part = field.subarray(from, from + block);
      result.set(alongFirst(part, axes[axis], inner, order, options), from);
    }
    return result;
  }, values);
}

function alongFirst(
  values: Float64Array,
  { name, points, period }: GridAxis,
  columns: number,
  derivative: number,
  { method = 'differences', accuracy = 2 }: GridDerivativeOptions,
): Float64Array {
  if (method === 'differences') {
    const round = period === undefined ? {} : { period };
    return finiteDifferences(points, values, columns, { order: accuracy, derivative, ...round });
  }
  const interval = (period ?? 0) / points.length;
  const even = points.every(
    (point, at) => Math.abs(point - points[0] - at * interval) <= 1e-6 * interval,
  );
  if (period === undefined || !even) {
    throw new NoetherError(`The axis ${name} is not an even grid of one period.`, {
      code: 'uneven-grid',
      argument: 'method',
      value: method,
      hint: 'Give the period and leave out the last point, or use differences.',
    });
  }
  return spectralDerivative(values, columns, { period, derivative });
}
