import { NoetherError, invalidArgument } from '@noether/contracts';
import type { RegressionRows } from '../regress/regression-rows.js';
import { bumpWeights } from './bump-weights.js';
import type { GridField } from './grid-field.js';
import type { WeakCandidate } from './weak-candidates.js';

/** The windows of the weak form of a partial differential equation. */
export interface WeakGridOptions {
  /** How many windows along time and along each axis; 14 in one direction, 7 in two by default. */
  readonly count?: number;
  /**
   * Half the width of a window as a fraction of the length of each axis and of time; by default 1/8, and more along
   * a line of fewer than 25 points, so that a window has some 7.
   */
  readonly halfWidth?: number;
  /** p in φ = Π (1 − s²)ᵖ; 4 by default, above the order of the derivatives. */
  readonly power?: number;
}

/**
 * −∫∫ φ_t u = Σ c (−1)^|α| ∫∫ ∂^αφ g(u): one row for each window of space and time, no derivative of the data.
 * @throws NoetherError when an option is out of range or a window has fewer than 5 points along some axis
 */
export function weakGridRows(
  field: GridField,
  candidates: readonly WeakCandidate[],
  monomials: readonly (readonly number[])[],
  options: WeakGridOptions,
): RegressionRows {
  const { names, axes, times, values } = field;
  const { count = axes.length === 1 ? 14 : 7, halfWidth, power = 4 } = options;
  if (!Number.isInteger(count) || count < 2) {
    throw invalidArgument('count', count, 'give a whole number, 2 or more');
  }
  if (halfWidth !== undefined && !(halfWidth > 0 && halfWidth < 0.5)) {
    throw invalidArgument('halfWidth', halfWidth, 'give a fraction above 0 and below 0.5');
  }
  const lines = [times, ...axes.map(({ points }) => points)];
  const windows = lines.map((line, axis) => {
    const name = axis === 0 ? 'time' : axes[axis - 1].name;
    return windowsAlong(line, count, halfWidth ?? defaultHalf(line.length), name);
  });
  const orders = candidates.map(({ index }) => [0, ...index]);
  const time = [1, ...axes.map(() => 0)];
  const sign = candidates.map(({ index }) => (index.reduce((a, b) => a + b, 0) % 2 === 0 ? 1 : -1));
  const powers = monomialValues(values, names.length, monomials);
  const total = count ** lines.length;
  const theta = new Float64Array(total * candidates.length);
  const target = new Float64Array(total * names.length);
  const highest = Math.max(1, ...orders.flat());
  for (let row = 0; row < total; row++) {
    const chosen = windows.map((list, axis) => list[Math.floor(row / count ** axis) % count]);
    const weights = lines.map((line, axis) =>
      Array.from({ length: highest + 1 }, (_, k) =>
        bumpWeights(line.subarray(chosen[axis][0], chosen[axis][1] + 1), power, k),
      ),
    );
    eachPoint(lines, chosen, (point, at) => {
      const weight = (order: readonly number[]): number =>
        order.reduce((product, k, axis) => product * weights[axis][k][at[axis]], 1);
      candidates.forEach(({ monomial }, column) => {
        const value = powers[point * monomials.length + monomial];
        theta[row * candidates.length + column] += sign[column] * weight(orders[column]) * value;
      });
      const slope = weight(time);
      for (let j = 0; j < names.length; j++) {
        target[row * names.length + j] -= slope * values[point * names.length + j];
      }
    });
  }
  return { theta, target, rows: total };
}

/** 1/8, or three intervals of a short line, but never all of it. */
function defaultHalf(points: number): number {
  return Math.min(Math.max(1 / 8, 3 / (points - 1)), 2 / 5);
}

type Span = readonly [number, number];

/** First and last index of `count` windows, evenly spread along a line. */
function windowsAlong(line: Float64Array, count: number, half: number, name: string): Span[] {
  const last = line.length - 1;
  const length = line[last] - line[0];
  return Array.from({ length: count }, (_, index): Span => {
    const from = line[0] + (index / (count - 1)) * length * (1 - 2 * half);
    const slack = 1e-9 * length;
    const first = line.findIndex((point) => point >= from - slack);
    const end = line.findLastIndex((point) => point <= from + 2 * half * length + slack);
    if (end - first >= 4) return [first, end];
    throw new NoetherError(`A window has ${end - first + 1} points along ${name}.`, {
      code: 'bad-window',
      argument: 'halfWidth',
      value: half,
      hint: 'It needs 5; give more points or a larger halfWidth.',
    });
  });
}

/** All monomials at every point and time, row-major points × monomials. */
function monomialValues(
  values: Float64Array,
  f: number,
  monomials: readonly (readonly number[])[],
): Float64Array {
  const points = values.length / f;
  const result = new Float64Array(points * monomials.length);
  for (let point = 0; point < points; point++) {
    monomials.forEach((exponents, at) => {
      let product = 1;
      for (let j = 0; j < f; j++) product *= values[point * f + j] ** exponents[j];
      result[point * monomials.length + at] = product;
    });
  }
  return result;
}

/** Calls with the row-major index of each point of a window, and its place in the window along each line. */
function eachPoint(
  lines: readonly Float64Array[],
  chosen: readonly Span[],
  visit: (point: number, at: readonly number[]) => void,
): void {
  const at = chosen.map(() => 0);
  const walk = (axis: number, before: number): void => {
    const [first, last] = chosen[axis];
    for (let place = 0; place <= last - first; place++) {
      at[axis] = place;
      const point = before * lines[axis].length + first + place;
      if (axis === lines.length - 1) visit(point, at);
      else walk(axis + 1, point);
    }
  };
  walk(0, 0);
}
