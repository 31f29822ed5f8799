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
