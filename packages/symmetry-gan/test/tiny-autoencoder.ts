import {
  batchNorm,
  chain,
  dense,
  mlp,
  orthogonalDense,
  relu,
  type TrainableEncoder,
} from '@noether/compute';

export const HIDDEN = 6;

/**
 * One hidden layer, batch norm, orthonormal rows: the smallest encoder of LaLiGAN's kind. With `line`
 * the latent states are squeezed onto a line.
 */
export function tinyAutoencoder(
  inputDimension: number,
  latentDimension: number,
  line = false,
): TrainableEncoder {
  const name = 'autoencoder.encoder';
  const last = line
    ? [dense(`${name}.line`, HIDDEN, 1), dense(`${name}.1`, 1, latentDimension)]
    : [orthogonalDense(`${name}.1`, HIDDEN, latentDimension)];
  return {
    inputDimension,
    latentDimension,
    encoder: chain([
      dense(`${name}.0`, inputDimension, HIDDEN),
      batchNorm(`${name}.0.norm`, HIDDEN),
      relu,
      ...last,
      batchNorm(`${name}.1.norm`, latentDimension),
    ]),
    decoder: mlp('autoencoder.decoder', {
      inputs: latentDimension,
      outputs: inputDimension,
      width: HIDDEN,
      hidden: 1,
    }),
    toRecord: (tensors) => ({
      kind: 'encoder-record',
      architecture: 'tiny',
      options: {},
      tensors,
      provenance: { stage: 'test' },
    }),
  };
}
