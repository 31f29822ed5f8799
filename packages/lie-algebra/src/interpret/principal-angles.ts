import { invalidArgument } from '@noether/contracts';
import { multiply, singularValues, transpose } from '@noether/numerics';
import { orthonormalSpan, projectOnSpan } from './orthonormal-span.js';

/**
 * The principal angles between the spans of two stacks of matrices, ascending, in radians from 0 to
 * π/2: all 0 exactly when the smaller span lies in the larger. Bases and scales play no part. Cosines
 * are the singular values of QₐᵀQ_b, sines those of (I − Π_b)Qₐ, so that small angles keep their
 * digits (Björck and Golub 1973).
 * @throws NoetherError when the stacks are empty or their matrices differ in size, or one is 0
 *   or not finite
 */
export function principalAngles(
  first: readonly Float64Array[],
  second: readonly Float64Array[],
): Float64Array {
  const entries = first[0]?.length ?? 0;
  if (
    entries === 0 ||
    [...first, ...second].some((matrix) => matrix.length !== entries) ||
    second.length === 0
  ) {
    throw invalidArgument('first, second', [first, second], 'give matrices of one size');
  }
  for (const matrix of [...first, ...second]) {
    if (!matrix.every(Number.isFinite) || matrix.every((entry) => entry === 0)) {
      throw invalidArgument('first, second', matrix, 'every matrix must be finite and not 0');
    }
  }
  const [small, large] = first.length <= second.length ? [first, second] : [second, first];
  const a = orthonormalSpan(stack(small), entries);
  const b = orthonormalSpan(stack(large), entries);
  const k = small.length;
  const cosines = singularValues(
    multiply(a, transpose(b, large.length, entries), k, entries, large.length),
    k,
    large.length,
  );
  const inside = projectOnSpan(b, a, entries);
  const outside = a.map((entry, index) => entry - inside[index]);
  const sines = singularValues(outside, k, entries).sort();
  return Float64Array.from({ length: k }, (_, index) =>
    Math.atan2(sines[index] ?? 0, cosines[index]),
  );
}

function stack(matrices: readonly Float64Array[]): Float64Array {
  return Float64Array.from(matrices.flatMap((matrix) => Array.from(matrix)));
}
