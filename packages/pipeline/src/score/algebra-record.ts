import type { AlgebraRecord, SymmetryBasis } from '@noether/contracts';
import { interpretAlgebra } from '@noether/lie-algebra';
import { onOneCopy } from './on-one-copy.js';

/** Generators all shorter than this move nothing, and their directions mean nothing. */
const LEAST_NORM = 0.01;
/** The search for preserved forms grows with the sixth power of the dimension. */
const LARGEST_SIZE = 12;

/**
 * The Lie algebra that all generators of a basis span; null when they do nothing, are not finite or
 * too large to be interpreted. Of generators that act alike on several copies of a space it is read
 * off one of them.
 */
export function algebraRecord(basis: SymmetryBasis): AlgebraRecord | null {
  const { generators, size: n } = onOneCopy(basis.generators, basis.dimension);
  const norms = generators.map((generator) => Math.hypot(...generator));
  const readable = norms.every(Number.isFinite) && norms.some((norm) => norm >= LEAST_NORM);
  if (!readable || n > LARGEST_SIZE) return null;
  const found = interpretAlgebra(generators, n);
  return {
    sentence: found.sentence,
    name: found.name,
    dimension: found.dimension,
    closure: found.closure.residual,
    error: found.name === null ? null : (found.closest?.error ?? null),
    signature: found.structure.signature,
    basis: found.sparsest.map((matrix) => rowsOf(matrix, n)),
  };
}

/** The rows of a row-major matrix. */
export function rowsOf(matrix: Float64Array, n: number): number[][] {
  return Array.from({ length: n }, (_, row) => Array.from(matrix.slice(row * n, (row + 1) * n)));
}
