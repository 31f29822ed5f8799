import { invalidArgument, NoetherError } from '@noether/contracts';
import { solve } from '@noether/numerics';
import { checkFinite } from './check-finite.js';

/**
 * The coordinates of matrices in the span of the generators, by least squares in the Frobenius norm:
 * row i of the result (matrices × c) are the w with Σ wⱼ Lⱼ closest to matrix i. The inverse of
 * `combine`.
 * @throws NoetherError when the generators are linearly dependent, or matrices differ in size or are
 *   not finite
 */
export function coordinates(
  generators: readonly Float64Array[],
  matrices: readonly Float64Array[],
): Float64Array {
  const c = generators.length;
  const entries = generators[0]?.length ?? 0;
  for (const [argument, stack] of [
    ['generators', generators],
    ['matrices', matrices],
  ] as const) {
    stack.forEach((matrix, index) => {
      if (matrix.length !== entries) {
        throw invalidArgument(
          `${argument}[${index}]`,
          matrix,
          `give ${entries} entries, as all others`,
        );
      }
      checkFinite(`${argument}[${index}]`, matrix, entries);
    });
  }
  const gram = new Float64Array(c * c);
  const right = new Float64Array(c * matrices.length);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) gram[i * c + j] = inner(generators[i], generators[j]);
    matrices.forEach((matrix, index) => {
      right[i * matrices.length + index] = inner(generators[i], matrix);
    });
  }
  const solution = solveGram(gram, right, c, matrices.length);
  const result = new Float64Array(matrices.length * c);
  for (let index = 0; index < matrices.length; index++) {
    for (let i = 0; i < c; i++) result[index * c + i] = solution[i * matrices.length + index];
  }
  return result;
}

function solveGram(
  gram: Float64Array,
  right: Float64Array,
  c: number,
  count: number,
): Float64Array {
  try {
    return solve(gram, right, c, count);
  } catch (cause) {
    throw new NoetherError(
      `The ${c} generators are linearly dependent, or so large or small that their squares are not finite.`,
      {
        code: 'dependent-generators',
        argument: 'generators',
        hint: 'Remove the generators that are combinations of the others.',
        cause,
      },
    );
  }
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let entry = 0; entry < a.length; entry++) sum += a[entry] * b[entry];
  return sum;
}
