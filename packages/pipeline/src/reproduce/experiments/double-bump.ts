import { tellsFactors } from '../generator-criteria.js';
import type { PresetExperiment } from './experiment.js';

export const doubleBump: PresetExperiment = {
  name: 'double bump, known SO(2) × SO(2)',
  preset: 'double-bump',
  seeds: 5,
  quick: [],
  quickSeeds: 5,
  share: 0.9,
  criteria: [tellsFactors],
};
