import { invalidArgument } from '@noether/contracts';
import { groupByName } from '@noether/lie-algebra';
import {
  parseRepresentation,
  representation,
  type Representation,
  type SymmetryOptions,
} from '@noether/symmetry-gan';
import type { BlockConfig, PipelineConfig } from '../config/pipeline-config.js';

/**
 * The options of symmetry-gan that a configuration means, for a latent space of `dimension`.
 * @throws NoetherError when the representation cannot be read or leaves every coordinate alone
 */
export function symmetryOptions(config: PipelineConfig, dimension: number): SymmetryOptions {
  const { representation: written, ...options } = config.symmetry;
  return { ...options, representation: read(written, config.windows.timesteps, dimension) };
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
  if (block.kind !== 'fixed') return block;
  const { name, size, generators } = groupByName(block.group);
  return { kind: 'fixed', copies: block.copies, name, dimension: size, generators };
}
