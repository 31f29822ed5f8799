import { z } from 'zod';
import { dataSchema, positive, positiveInteger } from './data-schema.js';
import type { PipelineConfig } from './pipeline-config.js';
import { restartRules } from './restart-rules.js';
import { sindySchema } from './sindy-schema.js';
import { symmetrySchema } from './symmetry-schema.js';

const windows = z
  .strictObject({
    timesteps: positiveInteger.default(2).describe('States of a training sample.'),
    interval: positiveInteger.exactOptional().describe('Rows between the states of a sample.'),
    stride: positiveInteger.default(1).describe('Rows between neighbouring samples.'),
  })
  .prefault({});

const autoencoder = z
  .strictObject({
    architecture: z.enum(['mlp', 'conv1d', 'conv2d', 'identity']).default('mlp'),
    latentDimension: z
      .union([positiveInteger, z.literal('auto')])
      .default(2)
      .describe('Or "auto": chosen by a scan of reconstruction errors.'),
    width: positiveInteger.default(64),
    hidden: z.int().min(0).default(3).describe('Number of hidden layers.'),
    batchNorm: z
      .union([z.boolean(), z.literal('unit')])
      .default(true)
      .describe('Every encoder layer, or the latent state of a conv one; "unit": not scaled.'),
    orthogonal: z
      .boolean()
      .exactOptional()
      .describe('Orthonormal rows in the last encoder layer; default: where they are possible.'),
    bottleneck: positiveInteger
      .exactOptional()
      .describe('Width of a linear layer before the last, which bounds the latent rank.'),
    channels: positiveInteger
      .exactOptional()
      .describe('Numbers at each pixel of an image, for conv2d; default 3.'),
    peeled: z
      .strictObject({
        parts: positiveInteger.default(2),
        stage: positiveInteger.default(500).describe('Steps after which the next part joins.'),
      })
      .exactOptional()
      .describe('The state as a sum of parts, each coded by a share of the latent coordinates.'),
  })
  .prefault({});

const equations = z
  .strictObject({
    degree: positiveInteger.default(2),
    constant: z.boolean().default(true),
    threshold: z.number().min(0).default(0.1).describe('Smallest coefficient that stays.'),
    ridge: z.number().min(0).default(0.05),
    maxIterations: positiveInteger.default(20),
    rows: positiveInteger.default(20_000).describe('Training rows that are used, at most.'),
  })
  .prefault({});

const forecast = z
  .strictObject({
    threshold: positive.default(0.4).describe('The NRMSE that ends the valid time.'),
    horizon: positive.exactOptional().describe('Longest time to forecast.'),
    neuralOde: z
      .boolean()
      .exactOptional()
      .describe('Whether a neural ODE is trained to forecast beside the equations.'),
  })
  .prefault({});

const sections: z.ZodType<PipelineConfig> = z.strictObject({
  name: z.string().min(1).default('own data'),
  method: z
    .enum(['symmetry', 'sindy-autoencoder'])
    .default('symmetry')
    .describe(
      'A latent space with a symmetry, or one that is learned together with its equations.',
    ),
  data: dataSchema,
  windows,
  autoencoder,
  symmetry: symmetrySchema,
  equations,
  sindyAutoencoder: sindySchema,
  forecast,
});

/** A whole `pipeline.json`. Sections that are left out are filled with their defaults. */
export const schema: z.ZodType<PipelineConfig> = restartRules.reduce(
  (checked, { key, problem, broken }) =>
    checked.refine(
      // Also beside other mistakes, of which any part may have one.
      (config: PipelineConfig | undefined) => {
        const restarts = config?.symmetry?.restarts;
        return !restarts || !broken(config, restarts);
      },
      { path: ['symmetry', 'restarts', key], error: problem, when: () => true },
    ),
  sections,
);

/**
 * The JSON schema of `pipeline.json`, with which editors complete and check it. It also allows the
 * key `$schema`, by which a file names its schema.
 */
export function configJsonSchema(): object {
  const plain = z.toJSONSchema(schema, { io: 'input' });
  return { ...plain, properties: { $schema: { type: 'string' }, ...plain.properties } };
}
