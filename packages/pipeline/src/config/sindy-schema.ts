import { z } from 'zod';
import { positive, positiveInteger, share } from './data-schema.js';
import type { SindyAutoencoderConfig } from './pipeline-config.js';

const weight = (value: number, meaning: string) =>
  z.number().min(0).default(value).describe(meaning);

/** Section `sindyAutoencoder`. */
export const sindySchema: z.ZodType<SindyAutoencoderConfig> = z
  .strictObject({
    latentDimension: positiveInteger.default(2),
    widths: z
      .array(positiveInteger)
      .default([64, 32])
      .describe('Hidden layers of the encoder; the decoder has them in reverse.'),
    activation: z.enum(['tanh', 'sigmoid', 'elu', 'softplus']).default('tanh'),
    library: z
      .strictObject({
        degree: z.int().min(0).default(2),
        constant: z.boolean().default(true),
        functions: z.array(z.enum(['sin', 'cos', 'exp'])).default([]),
      })
      .prefault({}),
    weights: z
      .strictObject({
        dataDerivative: weight(0.3, 'Of the unexplained share of dx/dt; 1 is that of x.'),
        latentDerivative: weight(0.1, 'Of the unexplained share of dz/dt.'),
        sparsity: weight(1e-3, 'Of the mean magnitude of the coefficients.'),
      })
      .prefault({}),
    derivatives: z
      .enum(['learned', 'measured'])
      .default('learned')
      .describe(
        'Whether the errors of dx/dt and dz/dt teach the networks, or are measured only, as in the baseline released with LaLiGAN.',
      ),
    threshold: z
      .strictObject({
        value: z.number().min(0).default(0.1).describe('Smaller coefficients are pruned.'),
        every: positiveInteger.default(500).describe('Steps between two prunings.'),
        from: z.int().min(0).default(3000).describe('Steps before the first one.'),
      })
      .nullable()
      .prefault({}),
    start: z
      .enum(['random', 'slow'])
      .default('random')
      .describe('Where the encoder starts; on the slowest features of the data for videos.'),
    batchSize: positiveInteger.default(256),
    steps: positiveInteger.default(10_000).describe('Steps with sparsity and pruning.'),
    refinement: z
      .int()
      .min(0)
      .default(5000)
      .describe('Steps after them with the terms that are left.'),
    learningRate: positive.default(3e-3).describe('It falls along a cosine, twice.'),
    unexplained: share
      .default(1e-6)
      .describe(
        'Share of the variance outside of the principal coordinates that are learned from.',
      ),
    rows: positiveInteger.default(50_000).describe('Training rows that are used, at most.'),
  })
  .prefault({});
