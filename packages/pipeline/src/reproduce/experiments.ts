import {
  claimsNothing,
  conserves,
  type Criterion,
  forecasts,
  keepsForm,
  linear,
  moves,
  reconstructs,
  rotates,
  standsOff,
  turnsAt,
} from './criterion.js';
import { turnsAllPlanes, turnsBothBodies } from './generator-criteria.js';

/** A row of the papers' results: a preset, how often it is run, and what every run has to show. */
export interface Experiment {
  readonly name: string;
  readonly preset: string;
  readonly seeds: number;
  /** Settings `path=value` that make it a matter of a minute or two. */
  readonly quick: readonly string[];
  readonly quickSeeds: number;
  /** Share of the seeds that have to meet all criteria. */
  readonly share: number;
  readonly criteria: readonly Criterion[];
}

const symmetry = [rotates, moves, standsOff];

/** All experiments, in the order of the table. */
export const experiments: readonly Experiment[] = [
  {
    name: 'lotka-volterra',
    preset: 'lotka-volterra',
    seeds: 10,
    quick: [],
    quickSeeds: 5,
    share: 0.9,
    criteria: [...symmetry, conserves(0.3), keepsForm, reconstructs(0.003), linear],
  },
  {
    name: 'pendulum',
    preset: 'pendulum',
    seeds: 10,
    quick: [],
    quickSeeds: 5,
    share: 0.9,
    criteria: [...symmetry, conserves(0.15), keepsForm, reconstructs(0.003)],
  },
  {
    name: 'reaction-diffusion',
    preset: 'reaction-diffusion',
    seeds: 5,
    quick: [
      'data.size=32',
      'data.frames=4000',
      'autoencoder.width=128',
      'autoencoder.hidden=3',
      'symmetry.discriminator.width=128',
      'symmetry.discriminator.hidden=3',
      'symmetry.epochs=60',
    ],
    quickSeeds: 3,
    share: 0.8,
    criteria: [...symmetry, reconstructs(0.01), turnsAt(0.908, 0.02), forecasts(0.02)],
  },
  {
    name: 'two bodies, 2 × 2 blocks',
    preset: 'two-body',
    seeds: 10,
    quick: [],
    quickSeeds: 5,
    share: 0.9,
    criteria: [...symmetry, conserves(0.15), turnsAllPlanes],
  },
  {
    name: 'two bodies, 4 × 4 for positions and for momenta',
    preset: 'two-body-wide',
    seeds: 10,
    quick: [],
    quickSeeds: 5,
    share: 0.9,
    criteria: [...symmetry, conserves(0.15), turnsBothBodies],
  },
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
