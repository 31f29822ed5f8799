import {
  identityEncoder,
  NoetherError,
  type Encoder,
  type EncoderRecord,
  type TensorTable,
} from '@noether/contracts';
import type { Engine, Layer, TrainableEncoder } from '@noether/compute';
import { inLatentCoordinates } from './latent-coordinates.js';
import { CONVOLUTIONAL, convAutoencoder, type ConvAutoencoderOptions } from './conv-autoencoder.js';
import { DENSE, denseAutoencoder, type DenseAutoencoderOptions } from './dense-autoencoder.js';
import { MLP, mlpAutoencoder, type MlpAutoencoderOptions } from './mlp-autoencoder.js';
import { PEELED, peeledAutoencoder } from './peeled-autoencoder.js';
import { PHASE_SPACE, phaseSpace } from './phase-space.js';
import { loadPrincipal, PRINCIPAL } from './principal-encoder.js';
import { rowFunction } from './row-function.js';
import { shapesOf } from './shapes-of.js';

/**
 * A fitted encoder ready to run: encoding, decoding and latent velocities are compiled for the
 * engine on first use. Batch norm uses the running statistics. Accuracy is that of float32.
 *
 * `latentVelocity(x, ẋ)` = J_φ(x)·ẋ is pushed forward through the layers, exactly and without
 * building J. Quirk Q2 of the reference implementation (its velocities carry no gradient, which
 * cripples joint training of an autoencoder and a SINDy model) cannot arise: the push is an ordinary
 * differentiable function of the layers, and equations are fitted after training.
 *
 * Latent coordinates that the record names ({@link withLatentCoordinates}) are applied in float64.
 * @throws NoetherError `unknown-architecture` or, when tensors are missing or have other shapes than
 * the record's options say, `wrong-checkpoint`; the functions throw `invalid-argument` when their
 * arguments are not whole rows
 */
export function loadEncoder(record: EncoderRecord, engine: Engine): Encoder {
  return inLatentCoordinates(plainEncoder(record, engine), record);
}

function plainEncoder(record: EncoderRecord, engine: Engine): Encoder {
  if (record.architecture === 'identity') {
    return identityEncoder(record.options.dimension as number);
  }
  if (record.architecture === PRINCIPAL) return loadPrincipal(record);
  const { inputDimension, latentDimension, encoder, decoder } = trainableOf(record);
  const encoderWeights = weightsOf(encoder, record);
  const encode = rowFunction(engine, encoderWeights, {
    arguments: [['states', inputDimension]],
    outputWidth: latentDimension,
    evaluate: ([x], scope) => encoder.apply(x, scope),
  });
  const decode = rowFunction(engine, weightsOf(decoder, record), {
    arguments: [['latent', latentDimension]],
    outputWidth: inputDimension,
    evaluate: ([z], scope) => decoder.apply(z, scope),
  });
  const velocity = rowFunction(engine, encoderWeights, {
    arguments: [
      ['states', inputDimension],
      ['velocities', inputDimension],
    ],
    outputWidth: latentDimension,
    evaluate: ([value, tangent], scope) => encoder.push({ value, tangent }, scope).tangent,
  });
  return Object.freeze({
    kind: 'encoder',
    inputDimension,
    latentDimension,
    encode: (states: Float64Array) => encode(states),
    decode: (latent: Float64Array) => decode(latent),
    latentVelocity: (states: Float64Array, velocities: Float64Array) =>
      velocity(states, velocities),
    toRecord: () => record,
  } as const);
}

const ARCHITECTURES: Readonly<
  Record<string, (options: EncoderRecord['options']) => TrainableEncoder>
> = {
  [MLP]: (options) => mlpAutoencoder(options as unknown as MlpAutoencoderOptions),
  [DENSE]: (options) => denseAutoencoder(options as unknown as DenseAutoencoderOptions),
  [PHASE_SPACE]: ({ of }) => phaseSpace(trainableOf(of as EncoderRecord)),
  [PEELED]: ({ of, stage }) =>
    peeledAutoencoder({ of: (of as EncoderRecord[]).map(trainableOf), stage: stage as number }),
  [CONVOLUTIONAL]: (options) => convAutoencoder(options as unknown as ConvAutoencoderOptions),
};

/** The layers of a record, to be run or trained. */
export function trainableOf({
  architecture,
  options,
}: Pick<EncoderRecord, 'architecture' | 'options'>): TrainableEncoder {
  const make = Object.hasOwn(ARCHITECTURES, architecture) ? ARCHITECTURES[architecture] : undefined;
  if (make === undefined) {
    const names = ['identity', PRINCIPAL, ...Object.keys(ARCHITECTURES)];
    throw new NoetherError(`The encoder has the unknown architecture "${architecture}".`, {
      code: 'unknown-architecture',
      argument: 'architecture',
      value: architecture,
      hint: `Known are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`,
    });
  }
  return make(options);
}

/** The tensors of a record that one of its layers reads. */
export function weightsOf(layer: Layer, { tensors }: EncoderRecord): TensorTable {
  const entries = Object.entries(shapesOf(layer)).map(([name, shape]) => {
    const found = tensors[name]?.shape;
    if (found?.join() !== shape.join()) {
      const what = found ? `has shape ${found.join('×')} for` : 'lacks';
      throw new NoetherError(`The encoder's record ${what} ${name}, ${shape.join('×')}.`, {
        code: 'wrong-checkpoint',
        argument: name,
        hint: 'Take the tensors and the options of the same encoder.',
      });
    }
    return [name, tensors[name]] as const;
  });
  return Object.fromEntries(entries);
}
