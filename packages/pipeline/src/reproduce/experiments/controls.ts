import { besideAnother } from '../beside-another.js';
import { claimsNothing, conserves } from '../criterion.js';
import type { Experiment } from './experiment.js';

export const controls: readonly Experiment[] = [
  {
    name: 'lotka-volterra, raw coordinates (control)',
    preset: 'lotka-volterra-raw',
    seeds: 5,
    quick: [],
    quickSeeds: 3,
    share: 1,
    criteria: [claimsNothing],
  },
  {
    name: 'pendulum, raw coordinates (beside the latent space)',
    preset: 'pendulum-raw',
    seeds: 5,
    quick: [],
    quickSeeds: 3,
    share: 1,
    published: { B4: '2' },
    criteria: [claimsNothing],
    examine: (folder) =>
      besideAnother(
        { criterion: conserves(0), asks: '|ΔH| at least 1.5 times that of', least: 1.5 },
        'pendulum',
        folder,
      ),
  },
  {
    name: 'chaotic Lorenz, two latent dimensions (control)',
    preset: 'lorenz-plane',
    seeds: 5,
    quick: [],
    quickSeeds: 3,
    share: 1,
    criteria: [claimsNothing],
  },
  {
    name: 'collapse, forced (control)',
    preset: 'lotka-volterra-collapse',
    seeds: 5,
    quick: [],
    quickSeeds: 3,
    share: 1,
    criteria: [claimsNothing],
  },
  {
    name: 'rank loss, forced (control)',
    preset: 'lotka-volterra-rank-one',
    seeds: 5,
    quick: [],
    quickSeeds: 3,
    share: 1,
    criteria: [claimsNothing],
  },
  {
    name: 'four unequal clusters (control)',
    preset: 'clusters',
    seeds: 20,
    quick: [],
    quickSeeds: 5,
    share: 0.95,
    criteria: [claimsNothing],
  },
];
