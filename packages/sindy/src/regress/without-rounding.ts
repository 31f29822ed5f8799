/**
 * Coefficients without those that are rounding errors: of no weight, |w|·|θ| < 1e-10·|y|, and, where equations
 * have thresholds, below that of theirs, which only a ridge can let them pass.
 * @param factor R of [Θ | Y], row-major (terms + targets)²
 */
export function withoutRounding(
  factor: Float64Array,
  coefficients: Float64Array,
  thresholds: readonly number[],
): Float64Array {
  const targets = thresholds.length;
  const terms = coefficients.length / targets;
  const size = terms + targets;
  const norm = (column: number): number => {
    let square = 0;
    for (let row = 0; row <= column; row++) square += factor[row * size + column] ** 2;
    return Math.sqrt(square);
  };
  return coefficients.map((value, at) => {
    const target = Math.floor(at / terms);
    const small = Math.abs(value) < thresholds[target];
    return small && Math.abs(value) * norm(at % terms) < 1e-10 * norm(terms + target) ? 0 : value;
  });
}

/** The thresholds of regressions that have none. */
export function unlimited(targets: number): number[] {
  return new Array<number>(targets).fill(Infinity);
}
