import { turnsByParts } from '../generator-criteria.js';
import type { Experiment } from './experiment.js';

export const discreteRotation: Experiment = {
  name: 'discrete rotation by sevenths of a turn',
  preset: 'discrete-rotation',
  seeds: 10,
  quick: [],
  quickSeeds: 5,
  share: 0.9,
  criteria: [turnsByParts(7)],
};
