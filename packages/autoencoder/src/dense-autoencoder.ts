import { invalidArgument, type EncoderRecord, type TensorTable } from '@noether/contracts';
import {
  chain,
  dense,
  elu,
  relu,
  sigmoid,
  softplus,
  tanh,
  type Layer,
  type ParameterSpec,
  type TrainableEncoder,
} from '@noether/compute';
import { shapesOf } from './shapes-of.js';

/** What stands between the linear layers. */
export type Activation = 'sigmoid' | 'tanh' | 'elu' | 'softplus' | 'relu';

const ACTIVATIONS: Readonly<Record<Activation, Layer>> = { sigmoid, tanh, elu, softplus, relu };

export interface DenseAutoencoderOptions {
  /** Variables of the data. */
  readonly inputDimension: number;
  readonly latentDimension: number;
  /** Widths of the encoder's hidden layers; the decoder has them in reverse. */
  readonly widths: readonly number[];
  readonly activation: Activation;
}

/** The name under which `loadEncoder` finds this architecture in a record. */
export const DENSE = 'dense';

/**
 * Encoder and decoder of fully connected layers of falling and rising width, the last layer of each
 * linear: the networks of SINDy autoencoders (Champion et al. 2019), whose smooth activations have the
 * second derivatives that second-order systems ask for. Weights start uniform in ±√(6/(inputs +
 * outputs)) (Glorot and Bengio 2010), biases at 0.
 * @throws NoetherError when a size is not a positive whole number or the activation is unknown
 */
export function denseAutoencoder(options: DenseAutoencoderOptions): TrainableEncoder {
  const { inputDimension, latentDimension, widths, activation } = options;
  checkOptions(options);
  const sizes = [inputDimension, ...widths, latentDimension];
  const between = ACTIVATIONS[activation];
  const encoder = denseChain('autoencoder.encoder', sizes, between);
  const decoder = denseChain('autoencoder.decoder', [...sizes].reverse(), between);
  const own = { ...shapesOf(encoder), ...shapesOf(decoder) };
  return {
    inputDimension,
    latentDimension,
    encoder,
    decoder,
    toRecord: (tensors: TensorTable): EncoderRecord => ({
      kind: 'encoder-record',
      architecture: DENSE,
      options: { inputDimension, latentDimension, widths, activation },
      tensors: Object.fromEntries(Object.entries(tensors).filter(([name]) => name in own)),
      provenance: { stage: 'autoencoder' },
    }),
  };
}

function denseChain(name: string, sizes: readonly number[], activation: Layer): Layer {
  const layers = sizes.slice(1).flatMap((outputs, index) => {
    const linear = glorot(dense(`${name}.${index}`, sizes[index], outputs), sizes[index] + outputs);
    return index === sizes.length - 2 ? [linear] : [linear, activation];
  });
  return chain(layers);
}

function glorot(layer: Layer, fans: number): Layer {
  const bound = Math.sqrt(6 / fans);
  const parameters = Object.entries(layer.parameters).map(([name, { shape }]) => {
    const size = shape.reduce((product, extent) => product * extent, 1);
    const initial: ParameterSpec['initial'] = (random) =>
      shape.length === 1
        ? new Float32Array(size)
        : Float32Array.from({ length: size }, () => (2 * random.uniform() - 1) * bound);
    return [name, { shape, initial }] as const;
  });
  return { ...layer, parameters: Object.fromEntries(parameters) };
}

function checkOptions({ activation, ...sizes }: DenseAutoencoderOptions): void {
  const { inputDimension, latentDimension, widths } = sizes;
  const hidden = widths.map((width, index): [string, number] => [`widths[${index}]`, width]);
  for (const [name, size] of [...Object.entries({ inputDimension, latentDimension }), ...hidden]) {
    if (!Number.isInteger(size) || size < 1) {
      throw invalidArgument(name, size, 'it must be a whole number, at least 1');
    }
  }
  if (!Object.hasOwn(ACTIVATIONS, activation)) {
    const known = Object.keys(ACTIVATIONS).join(', ');
    throw invalidArgument('activation', activation, `it must be one of ${known}`);
  }
}
