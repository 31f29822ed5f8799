import { fourierPlan } from '../fourier/fourier-plan.js';

/**
 * The discrete Fourier transform Xₖ = Σ xⱼ e^(∓2πi jk/n) of any length; fast for lengths with small
 * factors, n² for a prime.
 * @param inverse the other sign of the exponent; nothing is divided by n
 */
export function fourierTransform(
  real: Float64Array,
  imaginary: Float64Array,
  inverse = false,
): { real: Float64Array; imaginary: Float64Array } {
  const result = { real: real.slice(), imaginary: imaginary.slice() };
  const plan = fourierPlan(real.length);
  plan[inverse ? 'inverse' : 'forward'](result.real, result.imaginary);
  return result;
}
