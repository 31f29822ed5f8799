import { moves, standsOff } from '../criterion.js';
import { followsRotations, keepsRadius, tellsAxis } from '../follows-rotations.js';
import type { PresetExperiment } from './experiment.js';

export const rotatingObject: PresetExperiment = {
  name: 'rotating object, known SO(3)',
  preset: 'rotating-object',
  seeds: 5,
  quick: [
    'data.pixels=16',
    'data.train=6000',
    'data.validation=300',
    'data.test=300',
    'autoencoder.width=32',
    'symmetry.batchSize=64',
    'symmetry.epochs=40',
    'symmetry.restarts.epochs=8',
    'symmetry.discriminator.width=128',
    'symmetry.discriminator.hidden=3',
  ],
  quickSeeds: 5,
  share: 0.8,
  criteria: [moves, standsOff, tellsAxis, keepsRadius, followsRotations],
};
