import {
  invalidArgument,
  trajectories,
  type Context,
  type Trajectories,
  type Trajectory,
} from '@noether/contracts';
import type { Dataset } from '../dataset.js';
import { positiveInteger } from '../positive-integer.js';
import { splitInTime } from '../split-in-time.js';
import { gridPoints, spiralWave, type SpiralWaveOptions } from './spiral-wave.js';

/** Options of {@link reactionDiffusion}. */
export interface ReactionDiffusionOptions extends SpiralWaveOptions {
  /** Frames to store, from t = step on; default 9,999. */
  readonly frames?: number;
  /** Standard deviation of the normal noise on training and validation frames; default 1e-6. */
  readonly noise?: number;
  /** Rows between the states of a training window; default 1. */
  readonly interval?: number;
}

const DEFAULTS = { frames: 9999, noise: 1e-6, interval: 1, size: 100, length: 20, step: 0.05 };
const FRACTIONS = { train: 0.8, validation: 0.1, test: 0.1 };

/**
 * The reaction–diffusion data of LaLiGAN (Yang et al., ICML 2024) and SINDy autoencoders (Champion et
 * al., PNAS 2019): the field u of one {@link spiralWave}, and u', both times f = exp(−0.01 (x² + y²)),
 * size² variables, row-major [y][x]; t = 0.05 … 499.95, the first 80 % to learn from, 10 % to watch,
 * 10 % to judge by. The late frames turn with frequency 0.908. With the defaults 1.6 GB, in about 40 s.
 * @throws NoetherError when an option is out of range
 */
export function reactionDiffusion(options: ReactionDiffusionOptions, context: Context): Dataset {
  const settings = { ...DEFAULTS, ...options };
  const { frames, noise, interval } = settings;
  positiveInteger('interval', interval);
  positiveInteger('size', settings.size);
  positiveInteger('substeps', settings.substeps ?? 1);
  if (positiveInteger('frames', frames) < 10) {
    throw invalidArgument('frames', frames, 'three parts of a recording need at least 10');
  }
  if (!(noise >= 0 && noise < Infinity)) {
    throw invalidArgument('noise', noise, 'a standard deviation is 0 or positive');
  }
  const recording = record(settings, context);
  const { train, validation, test } = splitInTime(recording, FRACTIONS);
  for (const [name, part] of Object.entries({ train, validation })) {
    const random = context.random.split(name);
    const { states } = part.items[0];
    for (let i = 0; i < states.length; i++) states[i] += noise * random.normal();
  }
  return Object.freeze({ name: 'reaction-diffusion', train, validation, test, interval });
}

function record(settings: typeof DEFAULTS & SpiralWaveOptions, context: Context): Trajectories {
  const { frames, size } = settings;
  const points = gridPoints(settings);
  const window = Float64Array.from({ length: size * size }, (_, at) =>
    Math.exp(-0.01 * (points[at % size] ** 2 + points[Math.floor(at / size)] ** 2)),
  );
  const item: Required<Pick<Trajectory, 'times' | 'states' | 'velocities'>> = {
    times: new Float64Array(frames),
    states: new Float64Array(frames * size * size),
    velocities: new Float64Array(frames * size * size),
  };
  const wave = spiralWave(settings);
  wave.next();
  for (let row = 0; row < frames; row++) {
    context.signal?.throwIfAborted();
    const { time, u, uVelocity } = wave.next().value;
    item.times[row] = time;
    const first = row * size * size;
    for (let at = 0; at < window.length; at++) {
      item.states[first + at] = window[at] * u[at];
      item.velocities[first + at] = window[at] * uVelocity[at];
    }
    const progress = { stage: 'data', done: row + 1, total: frames, unit: 'frame' } as const;
    context.observe({ kind: 'progress', ...progress });
  }
  return trajectories({
    names: Array.from(window, (_, at) => `u[${Math.floor(at / size)},${at % size}]`),
    units: Array.from(window, () => ''),
    items: [item],
    provenance: { stage: 'data', options: { system: 'reaction-diffusion', ...settings } },
  });
}
