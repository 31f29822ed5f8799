import { invalidArgument, type EncoderRecord, type TensorTable } from '@noether/contracts';
import { mlp, type TrainableEncoder } from '@noether/compute';
import { encoderLayers, type EncoderShape } from './encoder-layers.js';
import { shapesOf } from './shapes-of.js';

export interface MlpAutoencoderOptions {
  /** Variables of the data. */
  readonly inputDimension: number;
  readonly latentDimension: number;
  /** Width of the hidden layers; the paper has 512. */
  readonly width: number;
  /** Number of hidden layers of the encoder and of the decoder; the paper has 5. */
  readonly hidden: number;
  /**
   * Batch norm after every linear layer of the encoder, the last one included. Default true. (The
   * reference implementation has it only where a sample is of several states; here it is as asked.)
   */
  readonly batchNorm?: boolean;
  /**
   * Orthonormal rows in the encoder's last layer, W Wᵀ = I. Needs at least as many inputs of that
   * layer as latent dimensions. Default true, but false behind a bottleneck that is narrower.
   */
  readonly orthogonal?: boolean;
  /**
   * Width of a linear layer (neither batch norm nor activation) before the encoder's last one; the
   * latent states then lie in an affine subspace of this dimension. With 1 it is the control that a
   * run must recognise as `rank-lost`. Default: no such layer.
   */
  readonly bottleneck?: number;
}

/** The name under which `loadEncoder` finds this architecture in a record. */
export const MLP = 'mlp';

/**
 * Encoder and decoder of fully connected ReLU layers (LaLiGAN's low-dimensional tasks; reference
 * implementation `ae_arch mlp` with `ortho_ae` and `batch_norm`). The decoder has neither batch norm
 * nor constraints. The record keeps of the trained tensors those that belong to φ and ψ.
 * @throws NoetherError when a size is not a positive whole number, or when orthonormal rows are asked
 * of a last layer with fewer inputs than outputs
 */
export function mlpAutoencoder(options: MlpAutoencoderOptions): TrainableEncoder {
  const shape = shapeOf(options);
  const { inputDimension, latentDimension, width, hidden } = shape;
  const encoder = encoderLayers(shape);
  const decoder = mlp('autoencoder.decoder', {
    inputs: latentDimension,
    outputs: inputDimension,
    width,
    hidden,
  });
  const own = { ...shapesOf(encoder), ...shapesOf(decoder) };
  return {
    inputDimension,
    latentDimension,
    encoder,
    decoder,
    toRecord: (tensors: TensorTable): EncoderRecord => ({
      kind: 'encoder-record',
      architecture: MLP,
      options: { ...shape },
      tensors: Object.fromEntries(Object.entries(tensors).filter(([name]) => name in own)),
      provenance: { stage: 'autoencoder' },
    }),
  };
}

function shapeOf(options: MlpAutoencoderOptions): EncoderShape {
  const { inputDimension, latentDimension, width, hidden, batchNorm = true, bottleneck } = options;
  const sizes = { inputDimension, latentDimension, width, hidden };
  const given = bottleneck === undefined ? sizes : { ...sizes, bottleneck };
  for (const [name, value] of Object.entries(given)) {
    const least = name === 'hidden' ? 0 : 1;
    if (!Number.isInteger(value) || value < least) {
      throw invalidArgument(name, value, `it must be a whole number, at least ${least}`);
    }
  }
  const last = bottleneck ?? (hidden === 0 ? inputDimension : width);
  const orthogonal = options.orthogonal ?? (bottleneck === undefined || last >= latentDimension);
  if (orthogonal && last < latentDimension) {
    throw invalidArgument(
      'orthogonal',
      true,
      `the last layer of the encoder has ${last} inputs, too few for ${latentDimension} orthonormal rows; widen it or set orthogonal to false`,
    );
  }
  return { ...given, batchNorm, orthogonal };
}
