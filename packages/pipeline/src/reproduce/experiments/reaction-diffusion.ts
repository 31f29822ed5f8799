import { orbitDistance } from '../orbit-distance.js';
import { forecasts, moves, reconstructs, rotates, standsOff, turnsAt } from '../criterion.js';
import type { Experiment } from './experiment.js';
import { smallWave } from './small-wave.js';

const always = [rotates, moves, standsOff, reconstructs(0.01)];

/** At full size the frequency to 0.5 %, and a forecast as good as that of the reference implementation. */
export const reactionDiffusion: Experiment = {
  name: 'reaction-diffusion',
  preset: 'reaction-diffusion',
  seeds: 5,
  quick: [...smallWave, 'symmetry.epochs=150'],
  quickSeeds: 5,
  share: 0.8,
  published: { B1: '0', B2: '0.08', B3: '0.70', B6: '0.0039', B8: '0.9078', B10: '0.0071' },
  forecasts: 'LaLiGAN + SINDy',
  criteria: [...always, turnsAt(0.908, 0.02), forecasts(0.02)],
  fullCriteria: [...always, turnsAt(0.908, 0.0045), forecasts(0.0071)],
  examine: orbitDistance,
};
