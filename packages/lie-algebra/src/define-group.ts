import { invalidArgument } from '@noether/contracts';
import { expmBatch, singularValues } from '@noether/numerics';
import { combine } from './combine.js';
import type { Group } from './group.js';

/** A generator matrix as rows of numbers or row-major. */
export type Generator = readonly (readonly number[])[] | Float64Array;

/** The least that makes a group is a name and its generators. */
export interface GroupDefinition {
  readonly name: string;
  /** Linearly independent square matrices whose span is closed under the bracket. */
  readonly generators: readonly Generator[];
  readonly compact?: boolean;
  /**
   * A closed form of exp(Σ wᵢ Lᵢ) for the coefficients w of one element, where it is faster than the
   * generic one; `describeGroup` of the testkit compares the two.
   */
  exp?(coefficients: Float64Array): Float64Array;
  /** The equations that define the group, e.g. gᵀg = I up to `tolerance`. */
  contains?(element: Float64Array, tolerance: number): boolean;
}

/**
 * Makes a {@link Group} out of a name and a stack of generators; everything else is derived.
 * Closure under the bracket is not enforced here, because a discovered basis is closed only
 * approximately: see `closureResidual`.
 * @throws NoetherError for generators that are not square, differ in size, hold a number that is not
 *   finite or are linearly dependent
 */
export function defineGroup(definition: GroupDefinition): Group {
  const { name, compact, contains } = definition;
  if (name === '') throw invalidArgument('name', name, 'give the group a name');
  const generators = definition.generators.map(flatten);
  const size = sizeOf(generators);
  const dimension = generators.length;
  const closedForm = definition.exp;
  return Object.freeze({
    name,
    size,
    dimension,
    generators: Object.freeze(generators),
    ...(compact === undefined ? {} : { compact }),
    ...(contains === undefined ? {} : { contains }),
    exp(coefficients: Float64Array): Float64Array {
      const count = coefficients.length / dimension;
      if (!Number.isInteger(count)) {
        throw invalidArgument(
          'coefficients',
          coefficients,
          `give a multiple of ${dimension} values, one row an element of ${name}`,
        );
      }
      if (!closedForm) return expmBatch(combine(generators, coefficients), size, count);
      const elements = new Float64Array(count * size * size);
      for (let index = 0; index < count; index++) {
        const row = coefficients.subarray(index * dimension, (index + 1) * dimension);
        elements.set(closedForm(row), index * size * size);
      }
      return elements;
    },
  });
}

function flatten(generator: Generator): Float64Array {
  return Float64Array.from(generator instanceof Float64Array ? generator : generator.flat());
}

function sizeOf(generators: readonly Float64Array[]): number {
  if (generators.length === 0) {
    throw invalidArgument('generators', generators, 'give at least one generator');
  }
  const size = Math.sqrt(generators[0].length);
  generators.forEach((generator, index) => {
    const isSquare = Number.isInteger(size) && size > 0 && generator.length === size * size;
    if (!isSquare || !generator.every(Number.isFinite)) {
      throw invalidArgument(
        `generators[${index}]`,
        generator,
        'all generators must be square matrices of one size with finite entries',
      );
    }
  });
  checkIndependence(generators);
  return size;
}

function checkIndependence(generators: readonly Float64Array[]): void {
  const rows = generators.length;
  const columns = generators[0].length;
  const stacked = new Float64Array(rows * columns);
  generators.forEach((generator, row) => {
    const norm = Math.hypot(...generator);
    stacked.set(norm > 0 ? generator.map((entry) => entry / norm) : generator, row * columns);
  });
  const smallest = rows > columns ? 0 : singularValues(stacked, rows, columns)[rows - 1];
  if (smallest < 1e-10) {
    throw invalidArgument('generators', generators, 'they are linearly dependent, remove some');
  }
}
