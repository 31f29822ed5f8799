import { invalidArgument, sizeOf, type EncoderRecord, type TensorTable } from '@noether/contracts';
import {
  batchNorm,
  chain,
  convTranspose1d,
  convTranspose2d,
  dense,
  flatten,
  heStart,
  inParts,
  orthogonalDense,
  pooledConv1d,
  pooledConv2d,
  relu,
  sigmoid,
  unflatten,
  type AnyLayer,
  type Layer,
  type TrainableEncoder,
} from '@noether/compute';
import { shapesOf } from './shapes-of.js';

export interface ConvAutoencoderOptions {
  /** Length of the signals, [length], or extents of the images, [height, width]; divisible by 8. */
  readonly extents: readonly number[];
  /** Numbers at each place; default 1 for signals and 3 for images. */
  readonly channels?: number;
  readonly latentDimension: number;
  /** Channels after the last convolution, a multiple of 4; the paper has 64, the default. */
  readonly width?: number;
  /** Widths of the linear layers between; default [128, 32] for signals, [128, 128, 32] for images. */
  readonly dense?: readonly number[];
  /** Orthonormal rows in the encoder's last layer, W Wᵀ = I. Default true. */
  readonly orthogonal?: boolean;
  /**
   * Batch norm of the latent state. Without it the mean picture is learned through states far from the origin, beside
   * which their differences vanish. Default true. (The published configurations of both tasks leave it out.)
   * `unit`: without a learned scale and shift, so that every latent coordinate keeps mean 0 and standard deviation 1.
   */
  readonly batchNorm?: boolean | 'unit';
}

/** The name under which `loadEncoder` finds this architecture in a record. */
export const CONVOLUTIONAL = 'convolutional';

const ENCODER = 'autoencoder.encoder';
const DECODER = 'autoencoder.decoder';
/** So many numbers, 5 MB of them, has the largest image of the samples that are convolved together. */
const PART = 1.2 * 2 ** 20;
/** Poolings by 2, each of which halves the extents. */
const LEVELS = 3;
/** Extent of the filters. */
const FILTER = 3;

/**
 * Convolutional encoder and decoder of signals or images (LaLiGAN's double-bump world and rotating
 * object; reference implementation `ae_arch conv1d` and `cnn` with `ortho_ae`). The encoder is three
 * times convolution 3 (padding `same`), max pooling 2 and ReLU (which come to the same in either order),
 * with width/4, width/2 and width channels, then linear layers with ReLU between them; the decoder mirrors it with transposed convolutions of
 * stride 2 and a sigmoid at the end, so that data belongs into [0, 1]. All of them start with {@link heStart}: through
 * thirteen layers PyTorch's defaults leave hardly a thousandth of the differences between samples.
 *
 * A row is a flattened signal or image, its channels running fastest.
 * @throws NoetherError when a size makes no network
 */
export function convAutoencoder(options: ConvAutoencoderOptions): TrainableEncoder {
  const shape = shapeOf(options);
  const encoder = encoderOf(shape);
  const decoder = decoderOf(shape);
  const own = { ...shapesOf(encoder), ...shapesOf(decoder) };
  return {
    inputDimension: sizeOf(shape.extents) * shape.channels,
    latentDimension: shape.latentDimension,
    encoder,
    decoder,
    toRecord: (tensors: TensorTable): EncoderRecord => ({
      kind: 'encoder-record',
      architecture: CONVOLUTIONAL,
      options: { ...shape },
      tensors: Object.fromEntries(Object.entries(tensors).filter(([name]) => name in own)),
      provenance: { stage: 'autoencoder' },
    }),
  };
}

type Shape = Required<ConvAutoencoderOptions>;

function encoderOf(shape: Shape): Layer {
  const { extents, channels, latentDimension } = shape;
  const narrow = extents.length === 1 ? pooledConv1d : pooledConv2d;
  const widths = [channels, ...channelsOf(shape)];
  const levels = Array.from({ length: LEVELS }, (_, level) => [
    heStart(
      narrow(`${ENCODER}.conv${level}`, { inputs: widths[level], outputs: widths[level + 1] }),
      FILTER ** extents.length * widths[level],
    ),
    relu,
  ]).flat() as AnyLayer[];
  const hidden = [narrowSize(shape), ...shape.dense];
  const last = `${ENCODER}.dense${shape.dense.length}`;
  const project = shape.orthogonal ? orthogonalDense : dense;
  return chain([
    perPart(shape, [unflatten([...extents, channels]), ...levels, flatten]),
    ...linearLayers(ENCODER, hidden).flatMap((layer) => [layer, relu]),
    project(last, hidden[hidden.length - 1], latentDimension),
    ...(shape.batchNorm
      ? [batchNorm(`${last}.norm`, latentDimension, { affine: shape.batchNorm !== 'unit' })]
      : []),
  ]);
}

function decoderOf(shape: Shape): Layer {
  const { extents, channels, width, latentDimension } = shape;
  const widen = extents.length === 1 ? convTranspose1d : convTranspose2d;
  const widths = [...channelsOf(shape).reverse(), channels];
  const sizes = [latentDimension, ...[...shape.dense].reverse(), narrowSize(shape)];
  const linear = linearLayers(DECODER, sizes).flatMap((layer) => [layer, relu]);
  const levels = Array.from({ length: LEVELS }, (_, level) => [
    heStart(
      widen(`${DECODER}.conv${level}`, { inputs: widths[level], outputs: widths[level + 1] }),
      (FILTER / 2) ** extents.length * widths[level],
    ),
    relu,
  ]).flat() as AnyLayer[];
  return chain([
    ...linear.slice(0, -1),
    perPart(shape, [
      unflatten([...extents.map((extent) => extent / 2 ** LEVELS), width]),
      ...levels.slice(0, -1),
      sigmoid,
      flatten,
    ]),
  ]);
}

/** Convolutions of so many samples that their largest image stays in the cache. */
function perPart({ extents, width }: Shape, layers: readonly AnyLayer[]): Layer {
  const samples = Math.ceil(PART / (sizeOf(extents) * (width / 4)));
  return inParts(chain(layers), samples);
}

function linearLayers(name: string, sizes: readonly number[]): Layer[] {
  return sizes
    .slice(1)
    .map((size, index) =>
      heStart(dense(`${name}.dense${index}`, sizes[index], size), sizes[index]),
    );
}

const channelsOf = ({ width }: Shape): number[] => [width / 4, width / 2, width];

/** Numbers that are left of a sample after the last pooling. */
const narrowSize = ({ extents, width }: Shape): number =>
  sizeOf(extents.map((extent) => extent / 2 ** LEVELS)) * width;

function shapeOf(options: ConvAutoencoderOptions): Shape {
  const {
    extents,
    latentDimension,
    width = 64,
    orthogonal = true,
    batchNorm: normalised = true,
  } = options;
  if (extents.length !== 1 && extents.length !== 2) {
    throw invalidArgument('extents', extents, 'it must be [length] or [height, width]');
  }
  const isSignal = extents.length === 1;
  const { channels = isSignal ? 1 : 3, dense: hidden = isSignal ? [128, 32] : [128, 128, 32] } =
    options;
  const factors = { extents: 2 ** LEVELS, width: 4, channels: 1, dense: 1, latentDimension: 1 };
  const sizes = { extents, width, channels, dense: hidden, latentDimension };
  for (const [name, factor] of Object.entries(factors)) {
    const value = sizes[name as keyof typeof sizes];
    const fits = [value].flat().every((size) => size > 0 && Number.isInteger(size / factor));
    if (!fits) {
      const what = factor === 1 ? 'whole numbers' : `multiples of ${factor}`;
      throw invalidArgument(name, value, `it must have positive ${what}`);
    }
  }
  const inputs = hidden[hidden.length - 1] ?? narrowSize({ extents, width } as Shape);
  if (orthogonal && inputs < latentDimension) {
    throw invalidArgument(
      'orthogonal',
      true,
      `the last layer of the encoder has ${inputs} inputs, too few for ${latentDimension} orthonormal rows; widen it or set orthogonal to false`,
    );
  }
  return {
    extents,
    channels,
    latentDimension,
    width,
    dense: hidden,
    orthogonal,
    batchNorm: normalised,
  };
}
