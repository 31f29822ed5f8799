import type { RunRecord } from '@noether/contracts';
import { eigenvalues } from '@noether/numerics';
import type { Criterion } from './criterion.js';

/**
 * The generator is a rotation in one plane of three dimensions: nearly skew-symmetric, ‖L + Lᵀ‖ ≤ 0.1 ‖L − Lᵀ‖,
 * and with the eigenvalues ±iω and 0, neither real part nor the third eigenvalue above 0.05 ω. The matrix is looked at in the
 * coordinates of the record, in which a generator that preserves a definite form is skew-symmetric; one that does not is no rotation.
 */
export const turnsInAPlane: Criterion = {
  id: 'B9',
  asks: 'skew to 0.1; eigenvalues ±iω, 0 to 0.05 ω, ω ≥ 1',
  value: ({ symmetry: { generators } }) =>
    generators.length === 1 ? skewness(generators[0]) : null,
  holds: (skew, { symmetry }) => skew <= 0.1 && hasPairAndZero(symmetry),
};

/** ‖L + Lᵀ‖ / ‖L − Lᵀ‖: 0 for skew-symmetric matrices, 1 for matrices at random. */
function skewness(matrix: readonly (readonly number[])[]): number {
  let [even, odd] = [0, 0];
  matrix.forEach((row, i) => {
    row.forEach((entry, j) => {
      even += (entry + matrix[j][i]) ** 2;
      odd += (entry - matrix[j][i]) ** 2;
    });
  });
  return Math.sqrt(even / odd);
}

function hasPairAndZero({ eigenvalues: spectra, omega }: RunRecord['symmetry']): boolean {
  const bound = 0.05 * omega;
  const turning = spectra[0].filter(({ im }) => Math.abs(im) > bound);
  const still = spectra[0].filter(({ im }) => Math.abs(im) <= bound);
  const real = spectra[0].every(({ re }) => Math.abs(re) <= bound);
  return omega >= 1 && real && turning.length === 2 && still.length === 1;
}

/** The linear latent equations turn with `frequency` ± `most`: |Im λ| of their fastest eigenvalue. */
export function turnsInSpaceAt(frequency: number, most: number): Criterion {
  return {
    id: 'B8',
    asks: `|Im λ| of z' = A z is ${frequency} ± ${most}`,
    value: ({ equations: { names, coefficients } }) => {
      const places = coefficients.map((_, index) => names.indexOf(`z${index + 1}`));
      if (places.length === 0 || places.includes(-1)) return null;
      const matrix = coefficients.flatMap((row) => places.map((place) => row[place]));
      const spectrum = eigenvalues(Float64Array.from(matrix), places.length);
      return Math.max(...spectrum.map(({ im }) => Math.abs(im)));
    },
    holds: (value) => Math.abs(value - frequency) <= most,
  };
}
