import { trajectories, type Context, type Trajectories, type Trajectory } from '@noether/contracts';
import { evenTimes } from '../even-times.js';
import { lorenzField, lorenzSystem } from '../systems/lorenz.js';
import type { EmbeddedDataset } from './embedded-dataset.js';
import { legendre } from './legendre.js';
import { checkedSizes, type EmbeddingSizes } from './embedding-sizes.js';

/** Options of {@link lorenz128}. */
export interface Lorenz128Options extends EmbeddingSizes {
  /** Points of the grid on [−1, 1]; default 128. */
  readonly points?: number;
  /** Standard deviation of the normal noise on states and velocities of all parts; default 1e-6. */
  readonly noise?: number;
}

/** The hidden state is the Lorenz state divided by this. */
const SCALE = 40;
const MODES = 6;

/** u = P₀z₁ + P₁z₂ + P₂z₃ + P₃z₁³ + P₄z₂³ + P₅z₃³ and du/dt; modes are those of {@link legendreModes}. */
export function embedLorenz(
  z: ArrayLike<number>,
  dz: ArrayLike<number>,
  modes: readonly Float64Array[],
): { readonly state: Float64Array; readonly velocity: Float64Array } {
  const amplitude = [0, 1, 2].flatMap((i) => [z[i]]).concat([0, 1, 2].map((i) => z[i] ** 3));
  const rate = [0, 1, 2].map((i) => dz[i]).concat([0, 1, 2].map((i) => 3 * z[i] ** 2 * dz[i]));
  const along = (weights: readonly number[]): Float64Array =>
    Float64Array.from(modes, (mode) => mode.reduce((sum, value, n) => sum + value * weights[n], 0));
  return { state: along(amplitude), velocity: along(rate) };
}

/** P₀ … P₅ at each of the points, evenly spaced on [−1, 1]. */
export function legendreModes(points: number): Float64Array[] {
  return Array.from({ length: points }, (_, point) =>
    legendre(points === 1 ? 0 : -1 + (2 * point) / (points - 1), MODES),
  );
}

/**
 * The Lorenz system seen through a nonlinear embedding into 128 dimensions (Champion, Lusch, Kutz and
 * Brunton, PNAS 116:22445, 2019): z = (x, y, z)/40 at t = 0, 0.02, … 4.98 from initial states uniform
 * in (0, 0, 25) ± (36, 48, 41), and u of {@link embedLorenz} with exact velocities. `hidden` has z.
 * @throws NoetherError when an option is out of range
 */
export function lorenz128(options: Lorenz128Options, context: Context): EmbeddedDataset {
  const { points = 128, noise = 1e-6 } = options;
  const sizes = checkedSizes({
    train: 512,
    validation: 20,
    test: 100,
    step: 0.02,
    steps: 250,
    ...options,
  });
  const modes = legendreModes(points);
  const made = (['train', 'validation', 'test'] as const).map((name) => {
    const random = context.random.split(name);
    const pairs = Array.from({ length: sizes[name] }, (_, index) => {
      context.signal?.throwIfAborted();
      const stream = random.split(index);
      const hidden = hiddenTrajectory(sizes.step, sizes.steps, stream.split('initial state'));
      return { hidden, seen: seenThrough(hidden, modes, noise, stream.split('noise')) };
    });
    const provenance = {
      stage: 'data',
      options: { system: 'lorenz-128', part: name, points, noise, ...sizes },
    };
    const value = (names: readonly string[], items: readonly Trajectory[]): Trajectories =>
      trajectories({ names, units: names.map(() => ''), items, provenance });
    const grid = modes.map((_, index) => `u${index}`);
    return {
      seen: value(
        grid,
        pairs.map(({ seen }) => seen),
      ),
      hidden: value(
        ['z1', 'z2', 'z3'],
        pairs.map(({ hidden }) => hidden),
      ),
    };
  });
  const [train, validation, test] = made;
  return Object.freeze({
    name: 'lorenz-128',
    train: train.seen,
    validation: validation.seen,
    test: test.seen,
    hidden: { train: train.hidden, validation: validation.hidden, test: test.hidden },
    interval: 1,
  });
}

function hiddenTrajectory(step: number, steps: number, random: Context['random']): Trajectory {
  const states = lorenzSystem.integrate(lorenzSystem.propose(random), step, steps);
  const velocities = new Float64Array(states.length);
  for (let at = 0; at < states.length; at += 3) {
    lorenzField(states.subarray(at, at + 3), velocities.subarray(at, at + 3));
  }
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value / SCALE);
  return { times: evenTimes(steps, step), states: scaled(states), velocities: scaled(velocities) };
}

function seenThrough(
  hidden: Trajectory,
  modes: readonly Float64Array[],
  noise: number,
  random: Context['random'],
): Trajectory {
  const { times, states, velocities = states } = hidden;
  const width = modes.length;
  const seen = new Float64Array(times.length * width);
  const moving = new Float64Array(times.length * width);
  for (let row = 0; row < times.length; row++) {
    const at = (values: Float64Array): Float64Array => values.subarray(3 * row, 3 * row + 3);
    const { state, velocity } = embedLorenz(at(states), at(velocities), modes);
    seen.set(state, row * width);
    moving.set(velocity, row * width);
  }
  if (noise > 0) {
    for (const values of [seen, moving]) {
      for (let at = 0; at < values.length; at++) values[at] += noise * random.normal();
    }
  }
  return { times, states: seen, velocities: moving };
}
