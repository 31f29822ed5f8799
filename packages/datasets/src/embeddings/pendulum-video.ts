import { trajectories, type Context, type Trajectories, type Trajectory } from '@noether/contracts';
import { drawInitialState } from '../draw-initial-state.js';
import { evenTimes } from '../even-times.js';
import { positiveInteger } from '../positive-integer.js';
import { pendulumField, pendulumSystem } from '../systems/pendulum.js';
import { checkedSizes, type EmbeddingSizes } from './embedding-sizes.js';
import type { EmbeddedDataset } from './embedded-dataset.js';

/** Options of {@link pendulumVideo}. */
export interface PendulumVideoOptions extends EmbeddingSizes {
  /** Pixels along each side of a frame; default 51. */
  readonly pixels?: number;
}

/** A data set with second time derivatives. */
export interface PendulumVideo extends EmbeddedDataset {
  /** d²x/dt² of each trajectory, row-major rows × pixels², of each part. */
  readonly accelerations: {
    readonly train: readonly Float64Array[];
    readonly validation: readonly Float64Array[];
    readonly test: readonly Float64Array[];
  };
}

/** A frame and its first two time derivatives, row-major pixels × pixels, the top row first. */
export interface PendulumFrame {
  readonly state: Float64Array;
  readonly velocity: Float64Array;
  readonly acceleration: Float64Array;
}

/** Frames show [−1.5, 1.5]²; the bob is a Gaussian of this squared width. */
const [HALF_DOMAIN, SQUARED_WIDTH] = [1.5, 0.05];
const ENERGIES = [-0.99, 0.99] as const;

/**
 * exp(−r²/0.05) with r the distance to the bob at (sin θ, −cos θ), and its time derivatives for
 * given θ' and θ''.
 */
export function pendulumFrame(
  theta: number,
  velocity: number,
  acceleration: number,
  pixels: number,
): PendulumFrame {
  const [x, y] = [Math.sin(theta), -Math.cos(theta)];
  const at = (index: number): number =>
    pixels === 1 ? 0 : -HALF_DOMAIN + (2 * HALF_DOMAIN * index) / (pixels - 1);
  const empty = (): Float64Array => new Float64Array(pixels * pixels);
  const frame = { state: empty(), velocity: empty(), acceleration: empty() };
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      const [px, py] = [at(column), -at(row)];
      const value = Math.exp(-((px - x) ** 2 + (py - y) ** 2) / SQUARED_WIDTH);
      // r² = p² + 1 − 2 p·b with b the bob, so only p·b moves; its second derivative is −p·b.
      const slope = (2 / SQUARED_WIDTH) * (py * x - px * y);
      const bend = (-2 / SQUARED_WIDTH) * (px * x + py * y);
      const pixel = row * pixels + column;
      frame.state[pixel] = value;
      frame.velocity[pixel] = value * slope * velocity;
      frame.acceleration[pixel] =
        value * ((slope ** 2 + bend) * velocity ** 2 + slope * acceleration);
    }
  }
  return frame;
}

/**
 * A pendulum θ'' = −sin θ seen as a video of 51 × 51 pixels (Champion, Lusch, Kutz and Brunton, PNAS
 * 116:22445, 2019), with exact first and second derivatives; energies from −0.99 to 0.99. `hidden` has
 * θ and ω. Numbers are float64: a trajectory of n frames takes 3 n · 51² · 8 bytes, so the defaults
 * are 50 trajectories of 100 frames, 0.1 apart. The paper has 100 of 500, 0.02 apart: 3 GB.
 * @throws NoetherError when an option is out of range
 */
export function pendulumVideo(options: PendulumVideoOptions, context: Context): PendulumVideo {
  const pixels = positiveInteger('pixels', options.pixels ?? 51);
  const defaults = { train: 50, validation: 5, test: 10, step: 0.1, steps: 100 };
  const sizes = checkedSizes({ ...defaults, ...options });
  const made = (['train', 'validation', 'test'] as const).map((name) => {
    const random = context.random.split(name);
    const parts = Array.from({ length: sizes[name] }, (_, index) => {
      context.signal?.throwIfAborted();
      const hidden = swing(sizes.step, sizes.steps, random.split(index));
      return { hidden, ...filmed(hidden, pixels) };
    });
    const provenance = {
      stage: 'data',
      options: { system: 'pendulum-video', part: name, pixels, ...sizes },
    };
    const value = (
      names: readonly string[],
      units: readonly string[],
      items: readonly Trajectory[],
    ): Trajectories => trajectories({ names, units, items, provenance });
    const grid = Array.from({ length: pixels * pixels }, (_, pixel) => `p${pixel}`);
    const { names, units } = pendulumSystem;
    return {
      seen: value(
        grid,
        grid.map(() => ''),
        parts.map(({ seen }) => seen),
      ),
      hidden: value(
        names,
        units,
        parts.map(({ hidden }) => hidden),
      ),
      accelerations: parts.map(({ accelerations }) => accelerations),
    };
  });
  const [train, validation, test] = made;
  const of = <Key extends keyof typeof train>(
    key: Key,
  ): Record<'train' | 'validation' | 'test', (typeof train)[Key]> => ({
    train: train[key],
    validation: validation[key],
    test: test[key],
  });
  return Object.freeze({
    name: 'pendulum-video',
    ...of('seen'),
    hidden: of('hidden'),
    accelerations: of('accelerations'),
    interval: 1,
  });
}

function swing(step: number, steps: number, random: Context['random']): Trajectory {
  const initial = drawInitialState(pendulumSystem, ENERGIES, random);
  const states = pendulumSystem.integrate(initial, step, steps);
  const velocities = new Float64Array(states.length);
  for (let at = 0; at < states.length; at += 2) {
    pendulumField(states.subarray(at, at + 2), velocities.subarray(at, at + 2));
  }
  return { times: evenTimes(steps, step), states, velocities };
}

function filmed(
  { times, states, velocities = states }: Trajectory,
  pixels: number,
): { readonly seen: Trajectory; readonly accelerations: Float64Array } {
  const size = pixels * pixels;
  const empty = (): Float64Array => new Float64Array(times.length * size);
  const [frames, moving, accelerations] = [empty(), empty(), empty()];
  for (let row = 0; row < times.length; row++) {
    const [theta, omega] = [states[2 * row], states[2 * row + 1]];
    const frame = pendulumFrame(theta, omega, velocities[2 * row + 1], pixels);
    frames.set(frame.state, row * size);
    moving.set(frame.velocity, row * size);
    accelerations.set(frame.acceleration, row * size);
  }
  return { seen: { times, states: frames, velocities: moving }, accelerations };
}
