import { invalidArgument } from '@noether/contracts';
import { groupByName } from '@noether/lie-algebra';
import {
  blockMask,
  parseRepresentation,
  representation,
  type FixedBlock,
  type Parametrisation,
  type Representation,
  type SymmetryOptions,
} from '@noether/symmetry-gan';
import type {
  BlockConfig,
  ParametrisationConfig,
  PipelineConfig,
} from '../config/pipeline-config.js';

/**
 * The options of symmetry-gan that a configuration means, for a latent space of `dimension`.
 * @throws NoetherError when the representation cannot be read or leaves every coordinate alone, or
 * when the latent space does not consist of vectors of the group
 */
export function symmetryOptions(config: PipelineConfig, dimension: number): SymmetryOptions {
  const { group, representation: written, generators, ...options } = config.symmetry;
  const meant =
    group === undefined
      ? read(written, config.windows.timesteps, dimension)
      : representation([onAllCoordinates(group, dimension)]);
  if (generators === undefined) return { ...options, representation: meant };
  const count = generators === 'auto' ? 1 : generators;
  return { ...options, representation: withGenerators(meant, count, generators) };
}

/** The representation with `count` generators in its one learned block. */
function withGenerators(
  { blocks }: Representation,
  count: number,
  asked: number | 'auto',
): Representation {
  const [block, ...others] = blocks;
  if (block.kind === 'learned' && others.length === 0) {
    return representation([{ ...block, generators: count }]);
  }
  const hint = 'it needs a representation of one learned block, such as "(2,1,2)"';
  throw invalidArgument('symmetry.generators', asked, hint);
}

function onAllCoordinates(group: string, dimension: number): FixedBlock {
  const block = fixedBlock(group, 1);
  const copies = dimension / block.dimension;
  if (!Number.isInteger(copies)) {
    throw invalidArgument(
      'symmetry.group',
      group,
      `it acts on ${block.dimension} coordinates and there are ${dimension}; ` +
        `set autoencoder.latentDimension=${block.dimension} or a multiple of it`,
    );
  }
  return { ...block, copies };
}

function read(
  written: string | readonly BlockConfig[] | undefined,
  timesteps: number,
  dimension: number,
): Representation {
  const value =
    typeof written === 'string'
      ? parseRepresentation(written, timesteps)
      : representation(
          (written ?? [{ kind: 'learned', copies: 1, generators: 1, dimension }]).map(blockOf),
        );
  if (value.blocks.every(({ kind }) => kind === 'invariant')) {
    throw invalidArgument('symmetry.representation', written, 'some block must have a group');
  }
  return value;
}

function blockOf(block: BlockConfig): Representation['blocks'][number] {
  if (block.kind === 'fixed') return fixedBlock(block.group, block.copies);
  if (block.kind === 'invariant') return block;
  const { parametrisation, ...sizes } = block;
  return parametrisation ? { ...sizes, parametrisation: formOf(parametrisation) } : sizes;
}

function fixedBlock(group: string, copies: number): FixedBlock {
  const { name, size, generators } = groupByName(group);
  return { kind: 'fixed', copies, name, dimension: size, generators };
}

function formOf(written: ParametrisationConfig): Parametrisation {
  switch (written.kind) {
    case 'blocks':
      return { kind: 'masked', mask: blockMask(written.sizes) };
    case 'span':
      return { kind: 'span', basis: groupByName(written.group).generators };
    default:
      return written;
  }
}
