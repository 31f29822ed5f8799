import type { SampleSource } from './sample-source.js';

/** Radius of each of the two shells, equally likely. */
const RADII = [1, 2] as const;

/**
 * Points on two spherical shells of radius 1 and 2 in space, in uniform directions: their distribution has the
 * symmetry SO(3), three generators that do not commute, and no other linear one.
 */
export const shells: SampleSource = Object.freeze({
  name: 'shells',
  names: ['x', 'y', 'z'],
  defaults: { train: 10_000, validation: 1000, test: 1000, noise: 0 },
  draw: (random) => {
    const radius = RADII[random.integer(RADII.length)];
    const direction = random.fillNormal(new Float64Array(3));
    const length = Math.hypot(...direction);
    return { state: direction.map((entry) => (radius * entry) / length) };
  },
} satisfies SampleSource);
