import type { EncoderRecord, TensorTable } from '@noether/contracts';
import { chain, type Layer } from './layer.js';

/**
 * An encoder φ and a decoder ψ that a training program can take in, as layers over rows. Parameters
 * start with `autoencoder.`, so that they form one group.
 */
export interface TrainableEncoder {
  readonly inputDimension: number;
  readonly latentDimension: number;
  readonly encoder: Layer;
  readonly decoder: Layer;
  /** The fitted encoder as plain data, from the trained tensors. */
  toRecord(tensors: TensorTable): EncoderRecord;
}

/** φ = ψ = identity without parameters: the latent space is the data space (LieGAN). */
export function identityAutoencoder(dimension: number): TrainableEncoder {
  return {
    inputDimension: dimension,
    latentDimension: dimension,
    encoder: chain([]),
    decoder: chain([]),
    toRecord: () => ({
      kind: 'encoder-record',
      architecture: 'identity',
      options: { dimension },
      tensors: {},
      provenance: { stage: 'encoder' },
    }),
  };
}
