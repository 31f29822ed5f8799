/**
 * The discrete Fourier transform Xₖ = Σ xⱼ e^(∓2πi jk/n) of any length, by splitting off the smallest
 * prime factor; fast for lengths with small factors, n² for a prime.
 * @param inverse the other sign of the exponent; nothing is divided by n
 */
export function fourierTransform(
  real: Float64Array,
  imaginary: Float64Array,
  inverse = false,
): { real: Float64Array; imaginary: Float64Array } {
  const n = real.length;
  const result = { real: new Float64Array(n), imaginary: new Float64Array(n) };
  if (n <= 1) return { real: real.slice(), imaginary: imaginary.slice() };
  const radix = smallestFactor(n);
  const part = n / radix;
  const parts = Array.from({ length: radix }, (_, shift) => {
    const pick = (source: Float64Array): Float64Array =>
      Float64Array.from({ length: part }, (_unused, at) => source[at * radix + shift]);
    return part === 1
      ? { real: pick(real), imaginary: pick(imaginary) }
      : fourierTransform(pick(real), pick(imaginary), inverse);
  });
  const turn = ((inverse ? 2 : -2) * Math.PI) / n;
  for (let k = 0; k < n; k++) {
    for (let shift = 0; shift < radix; shift++) {
      const angle = turn * ((shift * k) % n);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const [a, b] = [parts[shift].real[k % part], parts[shift].imaginary[k % part]];
      result.real[k] += a * c - b * s;
      result.imaginary[k] += a * s + b * c;
    }
  }
  return result;
}

function smallestFactor(n: number): number {
  for (let factor = 2; factor * factor <= n; factor++) if (n % factor === 0) return factor;
  return n;
}
