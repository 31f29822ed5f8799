import { invalidArgument, type Context } from '@noether/contracts';
import { positiveInteger } from '../positive-integer.js';
import { partSizes, type SplitFractions } from '../split.js';
import { gridPoints, spiralWave, type SpiralWaveOptions } from './spiral-wave.js';

/** Options of `reactionDiffusion` and {@link waveFrames}. */
export interface ReactionDiffusionOptions extends SpiralWaveOptions {
  /** Frames to store, from t = step on; default 9,999. */
  readonly frames?: number;
  /** Standard deviation of the normal noise on training and validation frames; default 1e-6. */
  readonly noise?: number;
  /** Rows between the states of a training window; default 1. */
  readonly interval?: number;
  /** Every so many grid points along each side are stored; default 1. */
  readonly every?: number;
}

/** One frame; views, valid until the next one. */
export interface WaveFrame {
  readonly time: number;
  /** f·u at the stored points, row-major [y][x]. */
  readonly state: Float64Array;
  /** f·u', without noise. */
  readonly velocity: Float64Array;
}

/** Which part of the recording is learned from, watched and judged by. */
export const SPLIT: SplitFractions = { train: 0.8, validation: 0.1, test: 0.1 };

const DEFAULTS = {
  frames: 9999,
  noise: 1e-6,
  interval: 1,
  every: 1,
  size: 100,
  length: 20,
  step: 0.05,
};

/** @throws NoetherError that names the option that is out of range */
export function settingsOf(options: ReactionDiffusionOptions): typeof DEFAULTS & SpiralWaveOptions {
  const settings = { ...DEFAULTS, ...options };
  const { frames, noise, interval, every, size, substeps = 1 } = settings;
  for (const [name, count] of Object.entries({ interval, every, size, substeps })) {
    positiveInteger(name, count);
  }
  if (positiveInteger('frames', frames) < 10) {
    throw invalidArgument('frames', frames, 'three parts of a recording need at least 10');
  }
  if (!(noise >= 0 && noise < Infinity)) {
    throw invalidArgument('noise', noise, 'a standard deviation is 0 or positive');
  }
  return settings;
}

/** Stored points along each side: the square of it is the number of variables. */
export function storedSide({
  size = DEFAULTS.size,
  every = DEFAULTS.every,
}: Pick<ReactionDiffusionOptions, 'size' | 'every'>): number {
  return Math.ceil(size / every);
}

/**
 * The frames of `reactionDiffusion` one by one, with the same numbers: f·u and f·u' of one {@link spiralWave},
 * f = exp(−0.01 (x² + y²)), noise on those that are learned from and watched. Nothing is kept, so that a
 * recording of any length can be written to a file.
 * @throws NoetherError when an option is out of range
 */
export function* waveFrames(
  options: ReactionDiffusionOptions,
  context: Context,
): Generator<WaveFrame, void> {
  const settings = settingsOf(options);
  const { frames, size, noise, every } = settings;
  const [learned, watched] = partSizes(frames, SPLIT, 'frames', 'record for longer');
  const [train, validation] = ['train', 'validation'].map((part) => context.random.split(part));
  const points = gridPoints(settings);
  const side = storedSide(settings);
  const stored = Array.from(
    { length: side * side },
    (_, at) => every * (size * Math.floor(at / side) + (at % side)),
  );
  const window = Float64Array.from(stored, (at) =>
    Math.exp(-0.01 * (points[at % size] ** 2 + points[Math.floor(at / size)] ** 2)),
  );
  const [state, velocity] = [new Float64Array(window.length), new Float64Array(window.length)];
  const wave = spiralWave(settings);
  wave.next();
  for (let row = 0; row < frames; row++) {
    context.signal?.throwIfAborted();
    const { time, u, uVelocity } = wave.next().value;
    for (let at = 0; at < window.length; at++) {
      state[at] = window[at] * u[stored[at]];
      velocity[at] = window[at] * uVelocity[stored[at]];
    }
    if (row < learned + watched) {
      const random = row < learned ? train : validation;
      for (let at = 0; at < state.length; at++) state[at] += noise * random.normal();
    }
    yield { time, state, velocity };
    const progress = { stage: 'data', done: row + 1, total: frames, unit: 'frame' } as const;
    context.observe({ kind: 'progress', ...progress });
  }
}
