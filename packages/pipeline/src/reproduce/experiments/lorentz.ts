import { preservesMinkowski, spansLorentz } from '../lorentz-criteria.js';
import type { Experiment } from './experiment.js';

export const lorentz: Experiment = {
  name: 'four-momenta of jets, so(1,3)',
  preset: 'lorentz',
  seeds: 10,
  quick: [],
  quickSeeds: 5,
  share: 0.9,
  criteria: [preservesMinkowski, spansLorentz],
};
