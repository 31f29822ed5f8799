import { actionErrors } from '../action-errors.js';
import {
  conserves,
  keepsForm,
  linear,
  moves,
  reconstructs,
  rotates,
  standsOff,
} from '../criterion.js';
import type { Experiment } from './experiment.js';

export const lotkaVolterra: Experiment = {
  name: 'lotka-volterra',
  preset: 'lotka-volterra',
  seeds: 10,
  quick: [],
  quickSeeds: 5,
  share: 0.9,
  published: {
    B1: '0',
    B2: '0.03–0.16',
    B3: '0.84–0.85',
    B4: '0.17–0.24',
    B5: '0.05–0.08',
    B6: '0.0007–0.0015',
    B7: '0.97–0.99',
  },
  forecasts: 'LaLiGAN + SINDy',
  criteria: [rotates, moves, standsOff, conserves(0.3), keepsForm, reconstructs(0.003), linear],
  examine: actionErrors,
};
