import { combine, type Group } from '@noether/lie-algebra';
import type { RandomStream } from '@noether/numerics';

/** A random element of the algebra of a group, and what is needed of it again and again. */
export interface GroupSample {
  /** Coefficients w of A = Σ wᵢ Lᵢ. */
  readonly coefficients: Float64Array;
  /** A, row-major. */
  readonly matrix: Float64Array;
  /** g = exp(A), as the group computes it. */
  readonly element: Float64Array;
}

/** A sample whose coefficients are normal with the given standard deviation. */
export function sampleGroup(group: Group, random: RandomStream, scale: number): GroupSample {
  const coefficients = random.fillNormal(new Float64Array(group.dimension));
  for (let index = 0; index < coefficients.length; index++) coefficients[index] *= scale;
  return {
    coefficients,
    matrix: combine(group.generators, coefficients),
    element: group.exp(coefficients),
  };
}
