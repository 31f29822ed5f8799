import type { SampleSource } from './sample-source.js';

/** Share, centre and standard deviation of each cluster. */
const CLUSTERS = [
  { share: 0.4, x: 1.6, y: 0.4, spread: 0.35 },
  { share: 0.3, x: -1.2, y: 1.5, spread: 0.25 },
  { share: 0.2, x: -0.9, y: -1.3, spread: 0.45 },
  { share: 0.1, x: 0.9, y: -2, spread: 0.2 },
] as const;

/**
 * Four round normal clusters of unequal weight and size at uneven places in the plane: a control, as no
 * one-parameter group of linear maps keeps this distribution. (One normal distribution would be none:
 * a rotation about its centre keeps it.)
 */
export const clusters: SampleSource = Object.freeze({
  name: 'clusters',
  names: ['x', 'y'],
  defaults: { train: 10_000, validation: 1000, test: 1000, noise: 0 },
  draw: (random) => {
    let left = random.uniform();
    const { x, y, spread } =
      CLUSTERS.find(({ share }) => (left -= share) < 0) ?? CLUSTERS[CLUSTERS.length - 1];
    const state = Float64Array.of(x + spread * random.normal(), y + spread * random.normal());
    return { state };
  },
} satisfies SampleSource);
