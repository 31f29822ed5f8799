import { parseRepresentation, type SymmetryOptions } from '@noether/symmetry-gan';

/** Published weights and rates (LaLiGAN on Lotka–Volterra). */
const published: SymmetryOptions = {
  representation: parseRepresentation('(2,1,2)', 2),
  batchSize: 128,
  epochs: 10,
  coefficients: { law: 'normal', scale: 1 },
  regulariser: { kind: 'cosine', centred: false },
  weights: { reconstruction: 1, adversarial: 0.01, regulariser: 0.01, channels: 0 },
  optimisers: {
    autoencoder: { learningRate: 1e-3 },
    discriminator: { learningRate: 1e-3 },
    generator: { learningRate: 1e-3 },
  },
  schedule: { hold: 1, final: 1 },
  discriminator: { width: 64, hidden: 3, sees: 'states' },
  centre: 'mean',
  encoderDelay: 0,
  freezeStatistics: 1,
  threshold: { epochs: 5, ratio: 0.3, from: 0 },
};

const twoTimeScales: SymmetryOptions['optimisers'] = {
  autoencoder: { learningRate: 1e-3 },
  discriminator: { learningRate: 2e-4 },
  generator: { learningRate: 1e-2 },
};

/** The recipe of the presets. */
const recipe: SymmetryOptions = {
  ...published,
  regulariser: { kind: 'cosine', centred: true },
  weights: { ...published.weights, regulariser: 0.1 },
  optimisers: twoTimeScales,
  schedule: { hold: 0.5, final: 0.02 },
  discriminator: { ...published.discriminator, sees: 'displacements' },
  encoderDelay: 0.15,
  freezeStatistics: 0.8,
  threshold: null,
};

/** A base with one thing changed. */
export interface Variant {
  readonly base: 'published' | 'recipe';
  readonly change: string;
  readonly options: SymmetryOptions;
}

const skew = { representation: parseRepresentation('(2,1,2,o)', 2) };

function changesOf(base: Variant['base'], options: SymmetryOptions): Variant[] {
  const { regulariser, discriminator } = options;
  const changes: readonly [string, Partial<SymmetryOptions>][] = [
    ['–', {}],
    ['adaptive weight of the cosine', { regulariser: { ...regulariser, adaptive: true } as never }],
    ['antisymmetric generator', skew],
    ['spectral norm', { discriminator: { ...discriminator, spectralNorm: true } }],
    ['gradient penalty 0.1', { discriminator: { ...discriminator, gradientPenalty: 0.1 } }],
  ];
  return changes.map(([change, own]) => ({ base, change, options: { ...options, ...own } }));
}

/** All rows of the study. */
export const variants: readonly Variant[] = [
  ...changesOf('published', published),
  {
    base: 'published',
    change: 'two time scales',
    options: { ...published, optimisers: twoTimeScales },
  },
  ...changesOf('recipe', recipe),
  {
    base: 'recipe',
    change: 'one time scale',
    options: { ...recipe, optimisers: published.optimisers },
  },
  {
    base: 'recipe',
    change: 'discriminator sees the states',
    options: { ...recipe, discriminator: published.discriminator },
  },
];
