import { trajectories, type Context } from '@noether/contracts';
import type { Dataset } from '../dataset.js';
import {
  SPLIT,
  settingsOf,
  storedSide,
  waveFrames,
  type ReactionDiffusionOptions,
} from './wave-frames.js';
import { splitInTime } from '../split-in-time.js';

/**
 * The reaction–diffusion data of LaLiGAN (Yang et al., ICML 2024) and SINDy autoencoders (Champion et
 * al., PNAS 2019): the field u of one {@link spiralWave}, and u', both times f = exp(−0.01 (x² + y²)),
 * size² variables, row-major [y][x]; t = 0.05 … 499.95, the first 80 % to learn from, 10 % to watch,
 * 10 % to judge by. The late frames turn with frequency 0.908. With the defaults 1.6 GB, in about 40 s.
 * @throws NoetherError when an option is out of range
 */
export function reactionDiffusion(options: ReactionDiffusionOptions, context: Context): Dataset {
  const settings = settingsOf(options);
  const { frames } = settings;
  const side = storedSide(settings);
  const points = side * side;
  const item = {
    times: new Float64Array(frames),
    states: new Float64Array(frames * points),
    velocities: new Float64Array(frames * points),
  };
  let row = 0;
  for (const { time, state, velocity } of waveFrames(settings, context)) {
    item.times[row] = time;
    item.states.set(state, row * points);
    item.velocities.set(velocity, row * points);
    row += 1;
  }
  const names = Array.from(
    { length: points },
    (_, at) => `u[${Math.floor(at / side)},${at % side}]`,
  );
  const recording = trajectories({
    names,
    units: names.map(() => ''),
    items: [item],
    provenance: { stage: 'data', options: { system: 'reaction-diffusion', ...settings } },
  });
  const { interval } = settings;
  return Object.freeze({ name: 'reaction-diffusion', ...splitInTime(recording, SPLIT), interval });
}
