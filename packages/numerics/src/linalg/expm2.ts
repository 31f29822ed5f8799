/**
 * Writes the exponential of the 2 × 2 matrix at `at` of `matrices` to the same place of `results`: with
 * m = tr A/2 and s² = −det(A − mI), exp(A) = eᵐ (cosh s I + (sinh s/s)(A − mI)) (Bernstein and So, IEEE
 * Trans. Automat. Control 38, 1993), where s may be imaginary. A triangular A keeps the exact
 * exponentials on its diagonal.
 * @returns false, without writing, where the form would lose digits: huge or nearly defective matrices
 */
export function expm2(results: Float64Array, matrices: Float64Array, at: number): boolean {
  const a = matrices[at];
  const b = matrices[at + 1];
  const c = matrices[at + 2];
  const d = matrices[at + 3];
  const mean = (a + d) / 2;
  const half = (a - d) / 2;
  const square = half * half + b * c;
  const size = half * half + Math.abs(b * c);
  if (!(Math.abs(mean) < 300 && size < 90000)) return false;
  if (size > 4 && Math.abs(square) < 0.1 * size) return false;
  const factor = Math.exp(mean);
  const root = Math.sqrt(Math.abs(square));
  const cosh = square < 0 ? Math.cos(root) : Math.cosh(root);
  const ratio = factor * (square < 0 ? Math.sin(root) / root : sinhRatio(root));
  results[at] = b * c === 0 ? Math.exp(a) : factor * cosh + ratio * half;
  results[at + 1] = ratio * b;
  results[at + 2] = ratio * c;
  results[at + 3] = b * c === 0 ? Math.exp(d) : factor * cosh - ratio * half;
  return true;
}

function sinhRatio(x: number): number {
  return x === 0 ? 1 : Math.sinh(x) / x;
}
