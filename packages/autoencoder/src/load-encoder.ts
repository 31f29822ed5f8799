import * as tf from '@tensorflow/tfjs';
import {
  identityEncoder,
  invalidArgument,
  NoetherError,
  type Encoder,
  type EncoderRecord,
} from '@noether/contracts';
import type {
  CompiledFunction,
  Engine,
  LayerScope,
  TrainableEncoder,
  Tensors,
} from '@noether/compute';
import { MLP, mlpAutoencoder, type MlpAutoencoderOptions } from './mlp-autoencoder.js';

/** Rows that one call of a compiled function takes. */
const CHUNK = 2048;

/**
 * A fitted encoder ready to run: encoding, decoding and latent velocities are compiled for the
 * engine on first use. Batch norm uses the running statistics. Accuracy is that of float32.
 * @throws NoetherError `unknown-architecture` or, when tensors are missing, `wrong-checkpoint`
 */
export function loadEncoder(record: EncoderRecord, engine: Engine): Encoder {
  if (record.architecture === 'identity')
    return identityEncoder(record.options.dimension as number);
  const autoencoder = architectureOf(record);
  const { inputDimension, latentDimension, encoder, decoder } = autoencoder;
  const encode = lazily(engine, record, [inputDimension], latentDimension, ([x], scope) =>
    encoder.apply(x, scope),
  );
  const decode = lazily(engine, record, [latentDimension], inputDimension, ([z], scope) =>
    decoder.apply(z, scope),
  );
  const velocity = lazily(
    engine,
    record,
    [inputDimension, inputDimension],
    latentDimension,
    ([value, tangent], scope) => encoder.push({ value, tangent }, scope).tangent,
  );
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

function architectureOf(record: EncoderRecord): TrainableEncoder {
  if (record.architecture !== MLP) {
    throw new NoetherError(`The encoder has the unknown architecture "${record.architecture}".`, {
      code: 'unknown-architecture',
      argument: 'architecture',
      value: record.architecture,
      hint: `Known are identity and ${MLP}.`,
    });
  }
  const autoencoder = mlpAutoencoder(record.options as unknown as MlpAutoencoderOptions);
  const needed = [autoencoder.encoder, autoencoder.decoder].flatMap((layer) => [
    ...Object.keys(layer.parameters),
    ...Object.keys(layer.state),
  ]);
  const missing = needed.filter((name) => !(name in record.tensors));
  if (missing.length > 0) {
    throw new NoetherError(`The encoder's file lacks ${missing[0]}.`, {
      code: 'wrong-checkpoint',
      argument: missing[0],
    });
  }
  return autoencoder;
}

type RowFunction = (rows: tf.Tensor2D[], scope: LayerScope) => tf.Tensor2D;

/** A row-wise function, compiled when it is first called, fed in chunks of equal size. */
function lazily(
  engine: Engine,
  record: EncoderRecord,
  widths: readonly number[],
  outputWidth: number,
  evaluate: RowFunction,
): (...inputs: Float64Array[]) => Promise<Float64Array> {
  const weights = Object.fromEntries(
    Object.entries(record.tensors).map(([name, { data }]) => [name, Float32Array.from(data)]),
  );
  const rowsOf = (tensors: Tensors): tf.Tensor2D[] =>
    widths.map((_, index) => tensors[`rows${index}`] as tf.Tensor2D);
  const compile = (): Promise<CompiledFunction> =>
    engine.compile(
      (tensors) => {
        const scope = { parameters: tensors, state: tensors, nextState: {}, training: false };
        return { result: evaluate(rowsOf(tensors), scope) };
      },
      {
        ...Object.fromEntries(
          Object.entries(record.tensors).map(([name, { shape }]) => [name, { shape }]),
        ),
        ...Object.fromEntries(
          widths.map((width, index) => [`rows${index}`, { shape: [CHUNK, width] }]),
        ),
      },
    );
  let compiled: Promise<CompiledFunction> | undefined;
  return async (...inputs) => {
    const rows = checkRows(inputs, widths);
    compiled ??= compile();
    const run = await compiled;
    const chunks = widths.map((width) => new Float32Array(CHUNK * width));
    const feeds = Object.fromEntries(chunks.map((chunk, index) => [`rows${index}`, chunk]));
    const result = new Float32Array(CHUNK * outputWidth);
    const output = new Float64Array(rows * outputWidth);
    for (let from = 0; from < rows; from += CHUNK) {
      const count = Math.min(CHUNK, rows - from);
      chunks.forEach((chunk, index) => {
        const width = widths[index];
        chunk.set(inputs[index].subarray(from * width, (from + count) * width));
      });
      await run.run({ ...weights, ...feeds }, { result });
      output.set(result.subarray(0, count * outputWidth), from * outputWidth);
    }
    return output;
  };
}

function checkRows(inputs: readonly Float64Array[], widths: readonly number[]): number {
  const rows = inputs[0].length / widths[0];
  inputs.forEach((input, index) => {
    if (input.length !== rows * widths[index] || !Number.isInteger(rows)) {
      throw invalidArgument(
        index === 0 ? 'states' : 'velocities',
        input,
        `expected rows of ${widths[index]} values, as many as there are states`,
      );
    }
  });
  return rows;
}
