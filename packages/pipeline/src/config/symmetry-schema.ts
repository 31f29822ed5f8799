import { z } from 'zod';
import { blockSchema, groupName } from './block-schema.js';
import { positive, positiveInteger, share } from './data-schema.js';
import type { SymmetryConfig } from './pipeline-config.js';

const adam = (learningRate: number) =>
  z
    .strictObject({
      learningRate: positive.default(learningRate),
      beta1: share.exactOptional(),
      beta2: share.exactOptional(),
      epsilon: positive.exactOptional(),
    })
    .prefault({});

const weight = (value: number) => z.number().min(0).default(value);

const threshold = z.strictObject({
  epochs: positiveInteger.default(5),
  ratio: share.default(0.3),
  from: share.default(0),
  straightThrough: z.boolean().exactOptional(),
});

const scaled = z.strictObject({
  law: z.enum(['normal', 'uniform', 'integer']).default('normal'),
  scale: positive.default(1),
});

const range = z.strictObject({
  law: z.literal('range').describe('Whole numbers from the lowest to the highest.'),
  lowest: z.int(),
  highest: z.int(),
  widen: z
    .tuple([share, share])
    .exactOptional()
    .describe('Shares of training between which the range grows from −1 … 1.'),
});

const coefficients = z.union([scaled, range]);

const until = share.describe('Share of training after which the regulariser is dropped.');

/** Section `symmetry`; the defaults are the recipe of the examples, not the papers' weights. */
export const symmetrySchema: z.ZodType<SymmetryConfig> = z
  .strictObject({
    group: groupName
      .exactOptional()
      .describe('A known group on all latent coordinates, in place of `representation`.'),
    representation: z
      .union([z.string().min(1), z.array(blockSchema).min(1)])
      .exactOptional()
      .describe('Blocks, or the string form of the papers such as "(2,1,2)".'),
    generators: z
      .union([positiveInteger, z.literal('auto')])
      .exactOptional()
      .describe('Generators of the learned block; "auto": as many as hold.'),
    batchSize: positiveInteger.default(256),
    epochs: positiveInteger.default(20),
    coefficients: coefficients.prefault({}),
    regulariser: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('cosine'),
          centred: z.boolean().default(true),
          adaptive: z
            .boolean()
            .exactOptional()
            .describe('Let the weight grow while g does little.'),
          until: until.exactOptional(),
        }),
        z.strictObject({ kind: z.literal('norm'), until: until.exactOptional() }),
        z.strictObject({ kind: z.literal('none') }),
      ])
      .prefault({ kind: 'cosine' }),
    weights: z
      .strictObject({
        reconstruction: weight(1),
        adversarial: weight(0.01),
        regulariser: weight(0.1),
        channels: weight(0),
      })
      .prefault({}),
    optimisers: z
      .strictObject({ autoencoder: adam(1e-3), discriminator: adam(2e-4), generator: adam(1e-2) })
      .prefault({}),
    schedule: z.strictObject({ hold: share.default(0.5), final: share.default(0.02) }).prefault({}),
    discriminator: z
      .strictObject({
        width: positiveInteger.default(64),
        hidden: positiveInteger.default(3),
        sees: z.enum(['states', 'displacements']).default('displacements'),
        decoded: z.boolean().exactOptional(),
        spectralNorm: z.boolean().exactOptional(),
        gradientPenalty: z
          .number()
          .min(0)
          .exactOptional()
          .describe('Weight of R1 on real samples.'),
      })
      .prefault({}),
    generatorScale: positive.exactOptional(),
    centre: z.enum(['mean', 'origin']).default('mean'),
    encoderDelay: share.default(0.15),
    freezeStatistics: share.default(0.8),
    threshold: threshold.nullable().default(null),
    restarts: z
      .strictObject({
        count: positiveInteger
          .default(3)
          .describe('Short trainings, if `restarts` is there; the best is trained on.'),
        epochs: positiveInteger.describe('Epochs of each; by then the reconstruction tells.'),
      })
      .exactOptional(),
  })
  .prefault({});
