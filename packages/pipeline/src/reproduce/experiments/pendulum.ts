import { conserves, keepsForm, moves, reconstructs, rotates, standsOff } from '../criterion.js';
import type { Experiment } from './experiment.js';

export const pendulum: Experiment = {
  name: 'pendulum',
  preset: 'pendulum',
  seeds: 10,
  quick: [],
  quickSeeds: 5,
  share: 0.9,
  criteria: [rotates, moves, standsOff, conserves(0.15), keepsForm, reconstructs(0.003)],
};
