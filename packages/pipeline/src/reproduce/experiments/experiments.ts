import type { Experiment } from './experiment.js';
import { augmentation } from './augmentation.js';
import { foundations } from './foundations.js';
import { lorentz } from './lorentz.js';
import { lotkaVolterra } from './lotka-volterra.js';
import { pendulum } from './pendulum.js';
import { reactionDiffusion } from './reaction-diffusion.js';
import { sindyAutoencoders } from './sindy-autoencoders.js';
import { reactionDiffusion3d } from './reaction-diffusion-3d.js';
import { rotatingObject } from './rotating-object.js';
import { twoBodies } from './two-bodies.js';
import { choices } from './choices.js';
import { controls } from './controls.js';
import { discreteRotation } from './discrete-rotation.js';
import { doubleBump } from './double-bump.js';

/** All experiments, in the order of the table. */
export const experiments: readonly Experiment[] = [
  ...foundations,
  lotkaVolterra,
  pendulum,
  reactionDiffusion,
  ...sindyAutoencoders,
  reactionDiffusion3d,
  rotatingObject,
  ...twoBodies,
  discreteRotation,
  augmentation,
  lorentz,
  doubleBump,
  ...choices,
  ...controls,
];
