import type { Criterion } from './criterion.js';

/** Latent states lie at one distance from the centre of the action: their spread is at most a tenth of it. */
export const keepsRadius: Criterion = {
  id: 'C2',
  asks: 'latent radius constant to 0.1',
  value: ({ symmetry }) => symmetry.orientation?.radiusVariation ?? null,
  holds: (variation) => variation <= 0.1,
};

/** Latent states turn as the object does: they are linear in the entries of its rotation. */
export const followsRotations: Criterion = {
  id: 'C2r',
  asks: 'latent states linear in the rotation, adjusted R² ≥ 0.9',
  value: ({ symmetry }) => symmetry.orientation?.linear ?? null,
  holds: (share) => share >= 0.9,
};

/**
 * Decoded pictures leave at most 0.7 of the variance of the pictures. A latent vector at a constant distance tells one axis
 * of the object and not how it is turned about it: the mean of all pictures of a chair with the same axis leaves 0.50, the
 * mean of all pictures 1.
 */
export const tellsAxis: Criterion = {
  id: 'B6',
  asks: 'decoding leaves ≤ 0.7 of the variance; an axis alone leaves 0.5',
  value: ({ action }) => action?.identityError ?? null,
  holds: (left) => left <= 0.7,
};
