import type { SampleSource } from './sample-source.js';

const SECTOR = (2 * Math.PI) / 7;

/**
 * The regression of LieGAN (Yang et al., ICML 2023): x ~ N(0, I₃) and
 * y = x₃ / (1 + (atan2(x₂, x₁) mod 2π/7)), which rotations by multiples of 2π/7 about the third axis
 * leave alone. y is a label.
 */
export const discreteRotation: SampleSource = Object.freeze({
  name: 'discrete-rotation',
  names: ['x1', 'x2', 'x3'],
  labels: ['y'],
  defaults: { train: 20_000, validation: 2000, test: 2000, noise: 0 },
  draw: (random) => {
    const state = Float64Array.of(random.normal(), random.normal(), random.normal());
    const angle = Math.atan2(state[1], state[0]);
    const within = angle - SECTOR * Math.floor(angle / SECTOR);
    return { state, label: Float64Array.of(state[2] / (1 + within)) };
  },
} satisfies SampleSource);
