import { invalidArgument, NoetherError } from '@noether/contracts';
import type { Group } from './group.js';
import { showMatrix } from './show-matrix.js';

type Target = Pick<Group, 'name' | 'size' | 'contains'>;

const tolerance = 1e-6;

/**
 * Compares exp(log g) with g, entry by entry, relative to the largest entry of g.
 * @throws NoetherError `no-logarithm` for the first element that differs by more than 1e-6
 */
export function checkLogarithms(target: Target, elements: Float64Array, back: Float64Array): void {
  const area = target.size ** 2;
  for (let start = 0; start < elements.length; start += area) {
    let [size, apart] = [1, 0];
    for (let entry = start; entry < start + area; entry++) {
      size = Math.max(size, Math.abs(elements[entry]));
      apart = Math.max(apart, Math.abs(elements[entry] - back[entry]));
    }
    if (!(apart <= tolerance * size)) {
      const element = elements.subarray(start, start + area);
      throw noLogarithm(
        target,
        element,
        start / area,
        `exp(log g) is off by ${apart.toPrecision(2)}`,
      );
    }
  }
}

/**
 * The coefficients that a log gives for one element.
 * @throws NoetherError `no-logarithm` when it finds none, `invalid-argument` when it gives another
 *   number of coefficients than the group has dimensions
 */
export function logarithmOf(
  target: Target & Pick<Group, 'dimension'>,
  log: (element: Float64Array) => Float64Array,
  element: Float64Array,
  index: number,
): Float64Array {
  let coefficients;
  try {
    coefficients = log(element);
  } catch (error) {
    const isExpected =
      error instanceof RangeError ||
      (error instanceof NoetherError && error.code === 'no-logarithm');
    if (!isExpected) throw error;
    throw noLogarithm(target, element, index, error.message, error);
  }
  if (coefficients.length === target.dimension) return coefficients;
  throw invalidArgument(
    'log',
    coefficients,
    `it must return the ${target.dimension} coefficients of ${target.name}`,
  );
}

function noLogarithm(
  { name, size, contains }: Target,
  element: Float64Array,
  index: number,
  why: string,
  cause?: unknown,
): NoetherError {
  const outside = contains?.(element, 1e-6) === false;
  const fault = outside ? `is no element of ${name}` : `has no logarithm in ${name}`;
  return new NoetherError(
    `elements, matrix ${index}: ${showMatrix(element, size)} ${fault} (${why.replace(/\.$/, '')}).`,
    {
      code: 'no-logarithm',
      argument: 'elements',
      value: element,
      ...(outside && { hint: 'projectToGroup finds the element next to it, if it is near.' }),
      cause,
    },
  );
}
