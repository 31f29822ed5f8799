import { actionErrors } from '../action-errors.js';
import { conserves, keepsForm, moves, reconstructs, rotates, standsOff } from '../criterion.js';
import type { Experiment } from './experiment.js';

export const pendulum: Experiment = {
  name: 'pendulum',
  preset: 'pendulum',
  seeds: 10,
  quick: [],
  quickSeeds: 5,
  share: 0.9,
  published: {
    B1: '0',
    B2: '0.04',
    B3: '0.79–0.81',
    B4: '0.095–0.10',
    B5: '0.11–0.15',
    B6: '0.0007–0.0010',
  },
  forecasts: 'LaLiGAN + SINDy',
  criteria: [rotates, moves, standsOff, conserves(0.15), keepsForm, reconstructs(0.003)],
  examine: actionErrors,
};
