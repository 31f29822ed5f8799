import { NoetherError, invalidArgument } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';
import { type Supports, supportsOf } from '../regress/support.js';
import { triangularSolve } from '../regress/triangular-solve.js';
import type { ConstraintRows } from './coefficient-constraint.js';
import { leastDistance } from './least-distance.js';

/** Options of {@link constrainedLeastSquares}. */
export interface ConstrainedOptions {
  /** α in |Θw − y|² + α|w|²; 0 by default. */
  readonly ridge?: number;
  /** The terms that each target may use; all when left out. */
  readonly allowed?: Supports;
}

/**
 * min Σ|Θwₜ − yₜ|² + α|w|² over all coefficients that satisfy the constraints, exactly: with R wₜ as
 * the unknowns it is a problem of least distance.
 * @param factor R of [Θ | Y], row-major (terms + targets)²
 * @param constraints rows over vec Ξ, row-major targets × terms; see `constraintRows`
 * @returns Ξ, row-major targets × terms
 * @throws NoetherError when the constraints contradict each other, or terms depend linearly and ridge is 0
 */
export function constrainedLeastSquares(
  factor: Float64Array,
  terms: number,
  targets: number,
  constraints: ConstraintRows,
  { ridge = 0, allowed }: ConstrainedOptions = {},
): Float64Array {
  if (!(ridge >= 0 && ridge < Infinity)) {
    throw invalidArgument('ridge', ridge, 'give a number, 0 or more');
  }
  const blocks = supportsOf(terms, targets, allowed).map((support, target) =>
    triangleOf(factor, terms, target, support, ridge),
  );
  const size = blocks.reduce((sum, { support }) => sum + support.length, 0);
  const centre = new Float64Array(size);
  let offset = 0;
  for (const { right } of blocks) {
    centre.set(right, offset);
    offset += right.length;
  }
  const change = (row: Float64Array): Float64Array => {
    const parts = blocks.map(({ support, triangle }, target) =>
      forwardTransposed(
        triangle,
        support.map((term) => row[target * terms + term]),
      ),
    );
    return Float64Array.from(parts.flatMap((part) => Array.from(part)));
  };
  const { equalities, equalityBounds, inequalities, inequalityBounds } = constraints;
  const [a, b] = [equalities.map(change), inequalities.map(change)];
  const shifted = (rows: Float64Array[], bounds: readonly number[]): number[] =>
    rows.map((row, at) => bounds[at] - row.reduce((sum, value, j) => sum + value * centre[j], 0));
  const step = leastDistance(size, a, shifted(a, equalityBounds), b, shifted(b, inequalityBounds));
  return unpack(
    blocks,
    terms,
    step.map((value, at) => value + centre[at]),
  );
}

interface Block {
  readonly support: readonly number[];
  /** (k + 1)², the factor of the columns of the support and the target. */
  readonly triangle: Float64Array;
  readonly right: Float64Array;
}

function triangleOf(
  factor: Float64Array,
  terms: number,
  target: number,
  support: readonly number[],
  ridge: number,
): Block {
  const size = Math.sqrt(factor.length);
  const k = support.length;
  const qr = streamingQr(k + 1);
  const push = (entry: (column: number) => number, y: number): void =>
    qr.push(Float64Array.of(...support.map((column) => entry(column)), y), 1);
  for (let row = 0; row < terms; row++) {
    push((column) => factor[row * size + column], factor[row * size + terms + target]);
  }
  for (const term of ridge > 0 ? support : []) {
    push((column) => (column === term ? Math.sqrt(ridge) : 0), 0);
  }
  const triangle = qr.factor();
  const right = Float64Array.from(support, (_, row) => triangle[row * (k + 1) + k]);
  if (support.some((_, column) => isDependent(triangle, k, column))) {
    throw new NoetherError('Some terms depend linearly on others on this data.', {
      code: 'dependent-terms',
      argument: 'factor',
      hint: 'Give a ridge above 0, fewer terms or more data.',
    });
  }
  return { support, triangle, right };
}

/** Whether a column adds nothing to those before it, whatever its units. */
function isDependent(triangle: Float64Array, k: number, column: number): boolean {
  let square = 0;
  for (let row = 0; row <= column; row++) square += triangle[row * (k + 1) + column] ** 2;
  return triangle[column * (k + 1) + column] <= 1e-13 * Math.sqrt(square);
}

/** Solves Rᵀx = c for the leading block of a triangle. */
function forwardTransposed(triangle: Float64Array, c: readonly number[]): Float64Array {
  const k = c.length;
  const x = new Float64Array(k);
  for (let row = 0; row < k; row++) {
    let value = c[row];
    for (let earlier = 0; earlier < row; earlier++) {
      value -= triangle[earlier * (k + 1) + row] * x[earlier];
    }
    x[row] = value / triangle[row * (k + 1) + row];
  }
  return x;
}

function unpack(blocks: readonly Block[], terms: number, unknowns: Float64Array): Float64Array {
  const coefficients = new Float64Array(blocks.length * terms);
  let offset = 0;
  blocks.forEach(({ support, triangle }, target) => {
    const k = support.length;
    const filled = triangle.slice();
    for (let row = 0; row < k; row++) filled[row * (k + 1) + k] = unknowns[offset + row];
    const solved = triangularSolve(filled, k + 1, k, k, 1);
    support.forEach((term, place) => (coefficients[target * terms + term] = solved[place]));
    offset += k;
  });
  return coefficients;
}
