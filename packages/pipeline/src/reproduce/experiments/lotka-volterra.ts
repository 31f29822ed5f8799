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
  criteria: [rotates, moves, standsOff, conserves(0.3), keepsForm, reconstructs(0.003), linear],
};
