import { invalidArgument } from '@noether/contracts';
import { expmBatch, type RandomStream } from '@noether/numerics';
import { checkFinite } from './check-finite.js';
import { checkLogarithms, logarithmOf } from './check-logarithms.js';
import { checkIndependence } from './check-independence.js';
import { checkOverflow } from './check-overflow.js';
import { combine } from './combine.js';
import { countRows } from './count-rows.js';
import { genericLog } from './generic-log.js';
import type { Group } from './group.js';
import type { Generator, GroupDefinition } from './group-definition.js';

/**
 * Makes a {@link Group} out of a name and a stack of generators; everything else is derived: exp by
 * the matrix exponential, log by the principal matrix logarithm in coordinates of the basis.
 * Closure under the bracket is not enforced here, because a discovered basis is closed only
 * approximately: see `closureResidual`.
 * @throws NoetherError for generators that are not square, differ in size, hold a number that is not
 *   finite or are linearly dependent, for another number of them than `dimension` and for a form of
 *   another size
 */
export function defineGroup(definition: GroupDefinition): Group {
  const { name, compact, connected, haar, project } = definition;
  if (name === '') throw invalidArgument('name', name, 'give the group a name');
  const stack: readonly Generator[] = definition.generators;
  if (!Array.isArray(stack as unknown)) {
    throw invalidArgument('generators', stack, 'give a list of matrices');
  }
  const generators = stack.map((generator, index) => flatten(generator, `generators[${index}]`));
  const size = sizeOf(generators);
  const dimension = generators.length;
  if (definition.dimension !== undefined && definition.dimension !== dimension) {
    throw invalidArgument(
      'dimension',
      definition.dimension,
      `${name} has ${dimension} generators, and the dimension of a group is their number`,
    );
  }
  const form = definition.form && flatten(definition.form, 'form');
  if (form && form.length !== size * size) {
    throw invalidArgument('form', form, `give a ${size} × ${size} matrix`);
  }
  if (form) checkFinite('form', form, size);
  const row = `one row an element of ${name}`;
  const expRows = exponential(definition, generators, size);
  const exp = (coefficients: Float64Array): Float64Array => {
    const count = countRows('coefficients', coefficients, dimension, row);
    checkFinite('coefficients', coefficients, dimension);
    const elements = expRows(coefficients, count);
    checkOverflow(coefficients, dimension, elements, size * size);
    return elements;
  };
  const logRow =
    definition.log ??
    ((element: Float64Array) => genericLog({ generators, size, dimension, exp }, element));
  const contains = definition.contains && finiteOnly(definition.contains, size * size);
  const target = { name, size, dimension, ...(contains && { contains }) };
  const flags = {
    ...(compact === undefined ? {} : { compact }),
    ...(connected === undefined ? {} : { connected }),
  };
  return Object.freeze({
    name,
    size,
    dimension,
    generators: Object.freeze(generators),
    ...flags,
    ...(form === undefined ? {} : { form }),
    ...(contains === undefined ? {} : { contains }),
    ...(haar && { haar: (random: RandomStream) => sized('haar', haar(random), size) }),
    ...(project && { project: (matrix: Float64Array) => sized('project', project(matrix), size) }),
    exp,
    toJSON: () => ({
      name,
      generators: generators.map((generator) => rowsOf(generator, size)),
      ...(form && { form: rowsOf(form, size) }),
      ...flags,
    }),
    log(elements: Float64Array): Float64Array {
      const count = countRows('elements', elements, size * size, row);
      checkFinite('elements', elements, size * size);
      const coefficients = new Float64Array(count * dimension);
      for (let index = 0; index < count; index++) {
        const element = elements.subarray(index * size * size, (index + 1) * size * size);
        coefficients.set(logarithmOf(target, logRow, element, index), index * dimension);
      }
      checkLogarithms(target, elements, expRows(coefficients, count));
      return coefficients;
    },
  });
}

function rowsOf(matrix: Float64Array, n: number): number[][] {
  return Array.from({ length: n }, (_, row) =>
    Array.from(matrix.subarray(row * n, (row + 1) * n), (entry) => entry + 0),
  );
}

function finiteOnly(
  contains: NonNullable<GroupDefinition['contains']>,
  area: number,
): NonNullable<Group['contains']> {
  return (element, tolerance) =>
    element.length === area && element.every(Number.isFinite) && contains(element, tolerance);
}

type ExpRows = (coefficients: Float64Array, count: number) => Float64Array;

function exponential(
  { exp, expInto }: GroupDefinition,
  generators: readonly Float64Array[],
  size: number,
): ExpRows {
  if (!exp && !expInto) {
    return (coefficients, count) => expmBatch(combine(generators, coefficients), size, count);
  }
  const c = generators.length;
  return (coefficients, count) => {
    const elements = new Float64Array(count * size * size);
    for (let index = 0; index < count; index++) {
      const at = index * size * size;
      if (expInto) expInto(elements, at, coefficients, index * c);
      else if (exp) {
        const row = coefficients.subarray(index * c, (index + 1) * c);
        elements.set(sized('exp', exp(row), size), at);
      }
    }
    return elements;
  };
}

/** What a function of the definition returns, which must be one matrix. */
function sized(what: string, element: Float64Array, size: number): Float64Array {
  if (element.length === size * size) return element;
  throw invalidArgument(what, element, `it must return the ${size} × ${size} matrix, row-major`);
}

function flatten(generator: Generator, name: string): Float64Array {
  if (ArrayBuffer.isView(generator)) return Float64Array.from(generator);
  const rows = Array.isArray(generator) ? (generator as readonly (readonly number[])[]) : null;
  if (!rows || new Set(rows.map((row) => row.length)).size > 1) {
    throw invalidArgument(name, generator, 'give rows of equal length, or the entries row by row');
  }
  return Float64Array.from(generator.flat());
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
