import { NoetherError } from '@noether/contracts';
import { groupByName } from '@noether/lie-algebra';
import { z } from 'zod';
import { positiveInteger } from './data-schema.js';
import type { BlockConfig, ParametrisationConfig } from './pipeline-config.js';

/** The name of a known group. */
export const groupName: z.ZodType<string> = z.string().superRefine((name, { addIssue }) => {
  try {
    groupByName(name);
  } catch (cause) {
    if (!(cause instanceof NoetherError)) throw cause;
    addIssue({ code: 'custom', message: cause.message });
  }
});

const parametrisation: z.ZodType<ParametrisationConfig> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('skew') }),
  z.strictObject({
    kind: z.literal('masked'),
    mask: z
      .array(z.array(z.int().min(0).max(1)))
      .describe('Rows of 0 and 1; entries are learned where it is 1.'),
  }),
  z.strictObject({
    kind: z.literal('blocks'),
    sizes: z.array(positiveInteger).min(1).describe('Sizes of the diagonal blocks.'),
  }),
  z.strictObject({
    kind: z.literal('span'),
    group: groupName.describe('Generators are learned combinations of those of this group.'),
  }),
  z.strictObject({
    kind: z.literal('integer'),
    bound: positiveInteger.describe('Entries are whole numbers up to it.'),
  }),
]);

const copies = positiveInteger.default(1).describe('Copies of the block in one latent state.');

/** One entry of `symmetry.representation`. */
export const blockSchema: z.ZodType<BlockConfig> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('learned'),
    copies,
    generators: positiveInteger.default(1),
    dimension: positiveInteger,
    parametrisation: parametrisation.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('fixed'), copies, group: groupName }),
  z.strictObject({ kind: z.literal('invariant'), copies }),
]);
