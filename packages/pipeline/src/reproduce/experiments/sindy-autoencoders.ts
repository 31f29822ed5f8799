import { forecasts, reconstructs, turnsAt } from '../criterion.js';
import { errsMoreThan, explains, isSparse } from '../sindy-criteria.js';
import type { Experiment } from './experiment.js';
import { smallField } from './small-wave.js';

const quick = [...smallField, 'sindyAutoencoder.widths=[64]'];

/** Equation discovery without a symmetry, beside LaLiGAN with SINDy. */
export const sindyAutoencoders: readonly Experiment[] = [
  {
    name: 'lotka-volterra by SINDy autoencoder',
    preset: 'lotka-volterra-sindyae',
    seeds: 5,
    quick: [
      'data.train=50',
      'sindyAutoencoder.steps=8000',
      'sindyAutoencoder.refinement=4000',
      'sindyAutoencoder.threshold.from=3000',
    ],
    quickSeeds: 5,
    share: 0.6,
    criteria: [explains(0.05), reconstructs(0.003), forecasts(0.2)],
  },
  {
    name: 'reaction-diffusion by SINDy autoencoder',
    preset: 'reaction-diffusion-sindyae',
    seeds: 5,
    quick,
    quickSeeds: 5,
    share: 0.8,
    criteria: [
      explains(0.05),
      isSparse(6),
      turnsAt(0.908, 0.02),
      reconstructs(0.05),
      forecasts(0.1),
    ],
  },
  {
    name: 'reaction-diffusion by SINDy autoencoder, as released',
    preset: 'reaction-diffusion-sindyae-released',
    seeds: 5,
    quick,
    quickSeeds: 5,
    share: 0.8,
    criteria: [reconstructs(0.05)],
    examine: (folder) => errsMoreThan('reaction-diffusion', folder),
  },
];
