import { conserves, moves, rotates, standsOff } from '../criterion.js';
import { turnsAllPlanes, turnsBothBodies } from '../generator-criteria.js';
import type { Experiment } from './experiment.js';

export const twoBodies: readonly Experiment[] = [
  {
    name: 'two bodies, 2 × 2 blocks',
    preset: 'two-body',
    seeds: 10,
    quick: [],
    quickSeeds: 5,
    share: 0.9,
    published: { A4: '0.9998' },
    criteria: [rotates, moves, standsOff, conserves(0.15), turnsAllPlanes],
  },
  {
    name: 'two bodies, 4 × 4 for positions and for momenta',
    preset: 'two-body-wide',
    seeds: 10,
    quick: [],
    quickSeeds: 5,
    share: 0.9,
    published: { A5: '0.9999' },
    criteria: [rotates, moves, standsOff, conserves(0.15), turnsBothBodies],
  },
];
