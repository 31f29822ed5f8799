import { besideAnother } from './beside-another.js';
import { forecasts, type Criterion } from './criterion.js';
import type { Finding } from './outcome.js';

/** The equations of a SINDy autoencoder leave at most `most` of the mean square of dz/dt unexplained. */
export function explains(most: number): Criterion {
  return {
    id: 'S1',
    asks: `dz/dt unexplained ≤ ${most}`,
    value: ({ sindyAutoencoder }) => sindyAutoencoder?.unexplained.latentDerivative ?? null,
    holds: (share) => share <= most,
  };
}

/** At most so many coefficients that are not zero, in all equations together. */
export function isSparse(most: number): Criterion {
  return {
    id: 'S2',
    asks: `at most ${most} terms`,
    value: ({ equations: { coefficients } }) =>
      coefficients.length > 0 ? coefficients.flat().filter((value) => value !== 0).length : null,
    holds: (terms) => terms <= most,
  };
}

/** The forecast errs more than the median of another experiment's seeds. */
export function errsMoreThan(preset: string, folder: string): Promise<readonly Finding[]> {
  const comparison = { criterion: forecasts(0), asks: 'errs more than', least: 1 };
  return besideAnother(comparison, preset, folder);
}
