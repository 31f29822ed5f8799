import { moves, reconstructs, standsOff } from '../criterion.js';
import { turnsInAPlane, turnsInSpaceAt } from '../turns-in-a-plane.js';
import type { PresetExperiment } from './experiment.js';
import { smallWave } from './small-wave.js';

export const reactionDiffusion3d: PresetExperiment = {
  name: 'reaction-diffusion, three latent dimensions',
  preset: 'reaction-diffusion-3d',
  seeds: 5,
  quick: [...smallWave, 'symmetry.epochs=150'],
  quickSeeds: 5,
  share: 0.8,
  criteria: [turnsInAPlane, moves, standsOff, reconstructs(0.01), turnsInSpaceAt(0.908, 0.02)],
};
