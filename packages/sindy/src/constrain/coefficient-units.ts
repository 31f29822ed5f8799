import { columnSquare } from '../regress/column-square.js';

/**
 * |ẋₜ|/|θₖ| of each coefficient Ξₜₖ, row-major targets × terms: what it is where its term explains its velocity alone.
 * @param factor R of [Θ | Ẋ], row-major (terms + targets)²
 */
export function coefficientUnits(
  factor: Float64Array,
  terms: number,
  targets: number,
): Float64Array {
  const norms = Array.from({ length: terms + targets }, (_, column) => {
    return Math.sqrt(columnSquare(factor, column)) || 1;
  });
  return Float64Array.from({ length: terms * targets }, (_, at) => {
    return norms[terms + Math.floor(at / terms)] / norms[at % terms];
  });
}
