/**
 * Weights of the exponential Adams–Bashforth method of order 4 for w' = c w + N(w) with one step of
 * length h: w(h) = e^(ch) w + h Σ bⱼ N₋ⱼ, where N₀ is the newest of four values of N, h apart.
 */
export interface ExponentialWeights {
  /** e^(ch) for each c. */
  readonly decay: Float64Array;
  /** h b₀ … h b₃, for each c. */
  readonly history: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
}

/**
 * The weights integrate the cubic through four values exactly, by φ₁ … φ₄ of c h.
 * Source: S. M. Cox and P. C. Matthews, J. Comput. Phys. 176 (2002) 430, §2.1.
 */
export function exponentialWeights(rates: Float64Array, step: number): ExponentialWeights {
  const decay = rates.map((rate) => Math.exp(rate * step));
  const phis = Array.from(rates, (rate) => phi(rate * step));
  const weight = (a: number, b: number, c: number, d: number): Float64Array =>
    Float64Array.from(phis, (f) => step * (a * f[0] + b * f[1] + c * f[2] + d * f[3]));
  return {
    decay,
    history: [
      weight(1, 11 / 6, 2, 1),
      weight(0, -3, -5, -3),
      weight(0, 3 / 2, 4, 3),
      weight(0, -1 / 3, -1, -1),
    ],
  };
}

/** φₖ(x) = Σ xʲ/(j + k)! for k = 1 … 4; by φₖ₊₁ = (φₖ − 1/k!)/x where nothing cancels. */
function phi(x: number): readonly number[] {
  if (Math.abs(x) < 1) return [1, 2, 3, 4].map((k) => series(x, k));
  const first = Math.expm1(x) / x;
  const second = (first - 1) / x;
  const third = (second - 1 / 2) / x;
  return [first, second, third, (third - 1 / 6) / x];
}

function series(x: number, k: number): number {
  let term = 1;
  for (let j = 2; j <= k; j++) term /= j;
  let sum = 0;
  for (let j = 1; Math.abs(term) > 1e-18; j++) {
    sum += term;
    term *= x / (j + k);
  }
  return sum;
}
