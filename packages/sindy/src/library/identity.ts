import { type PolynomialOptions, polynomialLibrary } from './polynomial.js';
import type { Library } from './library.js';

/** The variables themselves as the only candidates: linear equations without a constant. */
export function identityLibrary(variables: readonly string[]): Library {
  const options: PolynomialOptions = { constant: false };
  return polynomialLibrary(variables, 1, options);
}
