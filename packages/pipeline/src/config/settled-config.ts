import { invalidArgument } from '@noether/contracts';
import { parseRepresentation } from '@noether/symmetry-gan';
import type { AutoencoderConfig, BlockConfig, PipelineConfig } from './pipeline-config.js';

/** A configuration with a latent dimension that is a number. */
export interface SettledConfig extends PipelineConfig {
  readonly autoencoder: AutoencoderConfig & { readonly latentDimension: number };
}

/**
 * A configuration with the latent dimension `dimension`; a representation that is written out gets it too.
 * @throws NoetherError when there is no encoder, or when the representation is more than one learned block on all
 * coordinates, so that it cannot be carried over to another dimension
 */
export function withLatentDimension(config: PipelineConfig, dimension: number): SettledConfig {
  const { architecture } = config.autoencoder;
  if (architecture === 'identity') {
    const asked = config.autoencoder.latentDimension === 'auto' ? 'auto' : dimension;
    const hint = 'without an encoder there is none to choose';
    throw invalidArgument('autoencoder.latentDimension', asked, hint);
  }
  const { representation, group } = config.symmetry;
  const autoencoder = { ...config.autoencoder, latentDimension: dimension };
  if (representation === undefined || group !== undefined) return { ...config, autoencoder };
  const block: BlockConfig = { ...carriedOver(config), dimension };
  return { ...config, autoencoder, symmetry: { ...config.symmetry, representation: [block] } };
}

type LearnedBlock = Extract<BlockConfig, { readonly kind: 'learned' }>;

/** The one learned block of a representation, if its form means something in every dimension. */
function carriedOver({ symmetry, windows }: PipelineConfig): LearnedBlock {
  const { representation: written } = symmetry;
  const blocks =
    typeof written === 'string'
      ? parseRepresentation(written, windows.timesteps).blocks
      : (written ?? []);
  const [block, ...others] = blocks;
  if (block.kind === 'learned' && block.copies === 1 && others.length === 0) {
    const { parametrisation, ...sizes } = block;
    if (!parametrisation) return sizes;
    const { kind } = parametrisation;
    if (kind === 'free' || kind === 'skew' || kind === 'integer')
      return { ...sizes, parametrisation };
  }
  throw invalidArgument(
    'symmetry.representation',
    written,
    'an automatic latent dimension needs one learned block on all coordinates, such as "(2,1,2)"',
  );
}
