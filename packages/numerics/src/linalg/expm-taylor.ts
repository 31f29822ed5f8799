/**
 * Taylor degrees and the largest ‖A‖₁ for which the truncation is below rounding: the remainder
 * ‖A‖^(m+1)/(m+1)! of degree m is under 2⁻⁵³ ‖A‖.
 */
const steps = [
  { degree: 4, limit: 3.5e-4 },
  { degree: 8, limit: 0.05 },
  { degree: 12, limit: 0.3 },
  { degree: 16, limit: 0.78 },
] as const;

/** 1/k! for k = 0 … 16. */
export const taylorCoefficients: Float64Array = Float64Array.from({ length: 17 }, (_, k) => {
  let factorial = 1;
  for (let factor = 2; factor <= k; factor++) factorial *= factor;
  return 1 / factorial;
});

/** Largest ‖A‖₁ this is meant for: above it the many squarings lose digits of nonnormal matrices. */
export const taylorLimit = 12;

/** The number of halvings after which the norm is at most 0.78, the largest degree's limit. */
export function taylorScale(norm: number): number {
  let squarings = 0;
  for (let scaled = norm; scaled > 0.78; scaled /= 2) squarings++;
  return squarings;
}

/** The degree 4, 8, 12 or 16 whose truncation is below rounding, for a norm of at most 0.78. */
export function taylorDegree(norm: number): number {
  let step = 0;
  while (norm > steps[step].limit) step++;
  return steps[step].degree;
}
