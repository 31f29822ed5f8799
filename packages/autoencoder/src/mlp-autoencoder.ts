import { invalidArgument, type EncoderRecord, type TensorTable } from '@noether/contracts';
import { mlp, type TrainableEncoder } from '@noether/compute';

export interface MlpAutoencoderOptions {
  /** Variables of the data. */
  readonly inputDimension: number;
  readonly latentDimension: number;
  /** Width of the hidden layers; the paper has 512. */
  readonly width: number;
  /** Number of hidden layers of the encoder and of the decoder; the paper has 5. */
  readonly hidden: number;
  /** Batch norm after every linear layer of the encoder, the last one included. Default true. */
  readonly batchNorm?: boolean;
  /** Orthonormal rows in the encoder's last layer. Default true. */
  readonly orthogonal?: boolean;
}

/** The name under which {@link loadEncoder} finds this architecture in a record. */
export const MLP = 'mlp';

/**
 * Encoder and decoder of fully connected ReLU layers (LaLiGAN's low-dimensional tasks; reference
 * implementation `ae_arch mlp`). The decoder has neither batch norm nor constraints.
 * @throws NoetherError when a size is not a positive integer
 */
export function mlpAutoencoder(options: MlpAutoencoderOptions): TrainableEncoder {
  const { inputDimension, latentDimension, width, hidden } = options;
  for (const [name, value] of Object.entries({ inputDimension, latentDimension, width, hidden })) {
    if (!Number.isInteger(value) || value < (name === 'hidden' ? 0 : 1)) {
      throw invalidArgument(name, value, 'it must be a positive whole number');
    }
  }
  const { batchNorm = true, orthogonal = true } = options;
  return {
    inputDimension,
    latentDimension,
    encoder: mlp('autoencoder.encoder', {
      inputs: inputDimension,
      outputs: latentDimension,
      width,
      hidden,
      batchNorm,
      orthogonal,
    }),
    decoder: mlp('autoencoder.decoder', {
      inputs: latentDimension,
      outputs: inputDimension,
      width,
      hidden,
    }),
    toRecord: (tensors: TensorTable): EncoderRecord => ({
      kind: 'encoder-record',
      architecture: MLP,
      options: { inputDimension, latentDimension, width, hidden, batchNorm, orthogonal },
      tensors,
      provenance: { stage: 'autoencoder' },
    }),
  };
}
