/** θ₁₃ of Al-Mohy and Higham (2009): below it the [13/13] approximant needs no scaling. */
const theta = 4.25;

/** The norms of the powers of A from which the number of squarings is chosen. */
export interface PowerNorms {
  readonly norm4: number;
  readonly norm6: number;
  readonly norm8: number;
  readonly norm10: number;
}

/**
 * The number s of squarings so that the [13/13] approximant of exp(2⁻ˢA) has a backward error below
 * 2⁻⁵³, by the norms of powers of A, which avoid overscaling (Al-Mohy and Higham 2009, algorithm
 * 5.1). `powers` are those of B = 2⁻ᵖA, so that they cannot overflow.
 */
export function squarings(a: Float64Array, n: number, p: number, powers: PowerNorms): number {
  const root4 = powers.norm4 ** (1 / 4);
  const root6 = powers.norm6 ** (1 / 6);
  const root8 = powers.norm8 ** (1 / 8);
  const root10 = powers.norm10 ** (1 / 10);
  const eta = Math.min(Math.max(root4, root6), Math.max(root6, root8), Math.max(root8, root10));
  const first = eta > 0 ? Math.max(0, Math.ceil(Math.log2(eta / theta)) + p) : 0;
  return first + extraSquarings(a, n, first);
}

/** ℓ₁₃ of the same paper: what the leading term c₂₇|A|²⁷ of the backward error asks for. */
function extraSquarings(a: Float64Array, n: number, first: number): number {
  const scale = 2 ** -first;
  let sums = new Float64Array(n).fill(1);
  for (let power = 0; power < 27; power++) {
    const next = new Float64Array(n);
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < n; column++) {
        next[column] += Math.abs(a[row * n + column] * scale) * sums[row];
      }
    }
    sums = next;
  }
  const c27 = 1 / (10400600 * 1.0888869450418352e28);
  const alpha = (c27 * Math.max(...sums)) / (norm1(a, n) * scale);
  if (alpha === Infinity) return Math.max(0, Math.ceil(Math.log2((norm1(a, n) * scale) / theta)));
  return alpha > 0 ? Math.max(0, Math.ceil(Math.log2(alpha * 2 ** 53) / 26)) : 0;
}

/** The number p ≥ 0 with ‖2⁻ᵖA‖₁ ≤ 1, or 0 when A needs no scaling at all. */
export function normalisation(a: Float64Array, n: number): number {
  const norm = norm1(a, n);
  return norm <= theta ? 0 : Math.ceil(Math.log2(norm));
}

/** The largest column sum of magnitudes. */
export function norm1(a: Float64Array, n: number): number {
  let largest = 0;
  for (let column = 0; column < n; column++) {
    let sum = 0;
    for (let row = 0; row < n; row++) sum += Math.abs(a[row * n + column]);
    if (sum > largest) largest = sum;
  }
  return largest;
}
