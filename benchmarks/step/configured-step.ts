import { sizeOf } from '@noether/contracts';
import { convAutoencoder, mlpAutoencoder } from '@noether/autoencoder';
import type { Program, TrainableEncoder } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { laliganProgram, parseRepresentation, type SymmetryOptions } from '@noether/symmetry-gan';
import type { StepConfiguration } from './configurations.js';

const LEARNING_RATE = { learningRate: 1e-3 };

/** The program of a configuration, its optimisers, and one batch of made-up inputs. */
export interface ConfiguredStep {
  readonly program: Program;
  readonly optimisers: SymmetryOptions['optimisers'];
  readonly inputs: Readonly<Record<string, Float32Array>>;
}

export function configuredStep(configuration: StepConfiguration): ConfiguredStep {
  const options = symmetryOptions(configuration);
  const autoencoder = autoencoderOf(configuration, options.representation.dimension);
  const program = laliganProgram(autoencoder, configuration.timesteps, options);
  const random = randomStream('step');
  const draw: Readonly<Record<string, (size: number) => Float32Array>> = {
    x: (size) => Float32Array.from({ length: size }, () => random.uniform()),
    coefficients: (size) => random.fillNormal(new Float32Array(size)),
  };
  const inputs = Object.entries(program.inputs).map(([name, { shape }]) => {
    const size = sizeOf(shape);
    return [name, draw[name]?.(size) ?? new Float32Array(size).fill(1)];
  });
  return {
    program,
    optimisers: options.optimisers,
    inputs: Object.fromEntries(inputs) as Record<string, Float32Array>,
  };
}

function autoencoderOf(
  { autoencoder, extents, width, hidden }: StepConfiguration,
  latentDimension: number,
): TrainableEncoder {
  return autoencoder === 'mlp'
    ? mlpAutoencoder({ inputDimension: sizeOf(extents), latentDimension, width, hidden })
    : convAutoencoder({ extents, latentDimension, batchNorm: false });
}

function symmetryOptions(configuration: StepConfiguration): SymmetryOptions {
  const { autoencoder, timesteps, width, hidden } = configuration;
  const isKnown = autoencoder === 'convolutional';
  return {
    representation: parseRepresentation(configuration.representation, timesteps),
    batchSize: configuration.batch,
    epochs: 1,
    coefficients: { law: 'normal', scale: 1 },
    regulariser: isKnown ? { kind: 'none' } : { kind: 'cosine', centred: false },
    weights: { reconstruction: 1, adversarial: 0.01, regulariser: isKnown ? 0 : 0.01, channels: 0 },
    optimisers: {
      autoencoder: LEARNING_RATE,
      discriminator: LEARNING_RATE,
      generator: LEARNING_RATE,
    },
    schedule: { hold: 1, final: 1 },
    discriminator: { width, hidden, sees: 'states' },
    centre: 'mean',
    encoderDelay: 0,
    freezeStatistics: 1,
    threshold: null,
  };
}
