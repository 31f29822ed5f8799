import { invalidArgument } from '@noether/contracts';
import { mean, symmetricEigen } from '@noether/numerics';
import { combine } from '../combine.js';
import { dot, orthonormalSpan } from './orthonormal-span.js';

/** A found basis prepared for reading: every generator of norm 1, none superfluous. */
export interface FoundSpan {
  readonly n: number;
  /** Number of independent generators. */
  readonly c: number;
  /** The generators of norm 1, one after the other. */
  readonly matrices: Float64Array;
  /** An orthonormal basis of their span. */
  readonly basis: Float64Array;
  /**
   * How much larger errors are in `basis` than in `matrices`: the root mean square of the inverse
   * singular values of the stack of `matrices`, 1 when they are orthogonal.
   */
  readonly amplification: number;
  /** Generators that were left out, being next to 0 or a combination of the others. */
  readonly superfluous: number;
}

/** Directions with a smaller share of the span than this are taken for noise. */
const leastShare = 0.01;

/**
 * Scales generators to norm 1 and leaves out those below 1 % of the largest; when the rest is
 * linearly dependent up to 1 %, replaces it by the principal directions.
 * @throws NoetherError for generators that are not n × n, not finite, or all 0
 */
export function foundSpan(generators: readonly Float64Array[], n: number): FoundSpan {
  generators.forEach((generator, index) => {
    if (generator.length !== n * n || !generator.every(Number.isFinite)) {
      throw invalidArgument(`generators[${index}]`, generator, `give ${n} × ${n} finite numbers`);
    }
  });
  const norms = generators.map((generator) => Math.hypot(...generator));
  const largest = Math.max(0, ...norms);
  if (largest === 0) throw invalidArgument('generators', generators, 'give one that is not 0');
  const units = generators.flatMap((generator, index) =>
    norms[index] >= 0.01 * largest ? [generator.map((entry) => entry / norms[index])] : [],
  );
  const { values, vectors } = symmetricEigen(gram(units), units.length);
  const kept = Array.from(values.keys()).filter(
    (i) => Math.sqrt(Math.max(0, values[i])) > leastShare,
  );
  const c = kept.length;
  const matrices =
    c === units.length
      ? concatenate(units)
      : combine(units, principal(vectors, units.length, kept));
  return {
    n,
    c,
    matrices: c === units.length ? matrices : orthonormalSpan(matrices, n * n),
    basis: orthonormalSpan(matrices, n * n),
    amplification: c === units.length ? Math.sqrt(mean(values.map((value) => 1 / value))) : 1,
    superfluous: generators.length - c,
  };
}

function gram(matrices: readonly Float64Array[]): Float64Array {
  return Float64Array.from(matrices.flatMap((a) => matrices.map((b) => dot(a, b))));
}

function principal(vectors: Float64Array, size: number, kept: readonly number[]): Float64Array {
  return Float64Array.from(
    kept.flatMap((column) =>
      Array.from({ length: size }, (_, row) => vectors[row * size + column]),
    ),
  );
}

function concatenate(matrices: readonly Float64Array[]): Float64Array {
  return Float64Array.from(matrices.flatMap((matrix) => Array.from(matrix)));
}
