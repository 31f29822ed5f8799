import { besideAnother } from '../beside-another.js';
import { claimsNothing, conserves } from '../criterion.js';
import type { PresetExperiment } from './experiment.js';

/** Runs of a preset none of which may be called a discovery. */
function control(
  name: string,
  preset: string,
  changes: Partial<PresetExperiment> = {},
): PresetExperiment {
  const row = { name, preset, seeds: 5, quickSeeds: 5, quick: [], share: 1 };
  return { ...row, criteria: [claimsNothing], ...changes };
}

export const controls: readonly PresetExperiment[] = [
  control('lotka-volterra, raw coordinates (control)', 'lotka-volterra-raw'),
  control('pendulum, raw coordinates (beside the latent space)', 'pendulum-raw', {
    published: { B4: '2' },
    examine: (folder) =>
      besideAnother(
        { criterion: conserves(0), asks: '|ΔH| at least 1.5 times that of', least: 1.5 },
        'pendulum',
        folder,
      ),
  }),
  control('reaction-diffusion, raw values on 8 × 8 points (control)', 'reaction-diffusion-raw'),
  control('double bump, raw signals (control)', 'double-bump-raw', {
    // What the discriminator tells apart grows with training (README of the example): more of it is no way out.
    quick: ['symmetry.epochs=1'],
  }),
  control('rotating object, raw pictures (control)', 'rotating-object-raw', {
    quick: ['symmetry.epochs=4'],
  }),
  control('chaotic Lorenz, two latent dimensions (control)', 'lorenz-plane'),
  control('collapse, forced (control)', 'lotka-volterra-collapse'),
  control('rank loss, forced (control)', 'lotka-volterra-rank-one'),
  control('four unequal clusters (control)', 'clusters', { seeds: 20, share: 0.95 }),
];
