import * as tf from '@tensorflow/tfjs';
import { sizeOf, type RandomStream } from '@noether/contracts';
import type { Arrays, Engine } from '../../src/index.js';
import type { InputSpec, TensorFunction, Tensors } from '../../src/index.js';
import type { Case, Drawn, Operation } from './operation.js';

/** A drawn case with the name under which its outputs are found. */
export interface Instance extends Case {
  readonly name: string;
  readonly gradient: boolean;
}

export type Results = Readonly<Record<string, Float32Array>>;

/** `times` cases of every operation, from streams of their own. */
export function instances(
  operations: readonly Operation[],
  random: RandomStream,
  times: number,
): Instance[] {
  return operations.flatMap(({ name, gradient, draw }) =>
    Array.from({ length: times }, (_, time) => {
      const drawn = draw(random.split(`${name} ${time}`));
      return { name: `${name} #${time}`, gradient, ...drawn };
    }),
  );
}

/** What the reference engine computes of them. */
export function asReference(all: readonly Instance[]): Instance[] {
  return all.map((instance) => ({ ...instance, apply: instance.reference ?? instance.apply }));
}

export function values(all: readonly Instance[], random: RandomStream): Arrays {
  return Object.fromEntries(
    all.flatMap(({ name, inputs }) =>
      inputs.map((input, at) => [`${name}:${at}`, fill(input, random.split(`${name}:${at}`))]),
    ),
  );
}

function fill({ shape, low, high, type }: Drawn, random: RandomStream): Float32Array | Int32Array {
  const length = sizeOf(shape);
  if (type === 'int32') return Int32Array.from({ length }, () => low + random.integer(high - low));
  return Float32Array.from({ length }, () => low + (high - low) * random.uniform());
}

/** Every case as outputs of one function: values `name/0`, gradients by float inputs `name/d0`. */
export async function evaluate(
  engine: Engine,
  all: readonly Instance[],
  arrays: Arrays,
): Promise<Results> {
  const specs: Record<string, InputSpec> = {};
  for (const { name, inputs } of all) {
    inputs.forEach(({ shape, type = 'float32' }, at) => (specs[`${name}:${at}`] = { shape, type }));
  }
  const compiled = await engine.compile(asOneFunction(all), specs);
  const into = Object.fromEntries(
    Object.entries(compiled.outputs).map(([name, shape]) => [
      name,
      new Float32Array(sizeOf(shape)),
    ]),
  );
  const feeds = Object.fromEntries(Object.keys(specs).map((name) => [name, arrays[name]]));
  await compiled.run(feeds, into);
  await compiled.dispose();
  return into;
}

function asOneFunction(all: readonly Instance[]): TensorFunction {
  return (tensors) => {
    const outputs: Record<string, tf.Tensor> = {};
    for (const instance of all) {
      try {
        Object.assign(outputs, outputsOf(instance, tensors));
      } catch (cause) {
        throw new Error(`${instance.name}: ${(cause as Error).message}`, { cause });
      }
    }
    return outputs;
  };
}

function outputsOf(instance: Instance, tensors: Tensors): Tensors {
  const { name, inputs, gradient } = instance;
  const outputs: Tensors = {};
  const given = inputs.map((_, at) => tensors[`${name}:${at}`]);
  listOf(instance.apply(...given)).forEach((value, at) => {
    outputs[`${name}/${at}`] = tf.cast(value, 'float32');
  });
  if (!gradient) return outputs;
  gradientsOf(instance, given).forEach((value, at) => (outputs[`${name}/d${at}`] = value));
  return outputs;
}

function gradientsOf({ inputs, apply }: Instance, given: readonly tf.Tensor[]): tf.Tensor[] {
  const isReal = inputs.map(({ type }) => type !== 'int32');
  const loss = (...reals: tf.Tensor[]): tf.Scalar => {
    const rest = [...reals];
    const merged = given.map((tensor, at) => (isReal[at] ? (rest.shift() as tf.Tensor) : tensor));
    return tf.addN(listOf(apply(...merged)).map(weightedSum)) as tf.Scalar;
  };
  return tf.grads(loss)(given.filter((_, at) => isReal[at]));
}

/** Another weight for every entry, so that no upstream gradient is like its neighbour's. */
function weightedSum(value: tf.Tensor): tf.Tensor {
  const weights = Float32Array.from(
    { length: value.size },
    (_, at) => 1 + Math.sin(1.7 * at + 0.3),
  );
  return tf.sum(tf.mul(value, tf.tensor(weights, value.shape)));
}

const listOf = (value: tf.Tensor | tf.Tensor[]): tf.Tensor[] =>
  Array.isArray(value) ? value : [value];

/** Two roundings of numbers near 1, of which a zero may be the difference. */
const ROUNDING = 2 ** -22;

/** Outputs whose entries differ by more than `tolerance` relative, a tenth of it of the largest entry. */
export function differences(
  actual: Results,
  expected: Results,
  tolerance: (name: string) => number,
): string[] {
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const got = actual[name];
    if (got?.length !== wanted.length)
      return [`${name}: ${got?.length} values, not ${wanted.length}`];
    const rate = tolerance(name.slice(0, name.lastIndexOf(' #')));
    const scale = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const at = wanted.findIndex((value, entry) => {
      const allowed = rate * Math.max(Math.abs(value), 0.1 * scale) + ROUNDING;
      return !(Math.abs(got[entry] - value) <= allowed);
    });
    return at < 0 ? [] : [`${name} [${at}]: ${got[at]}, not ${wanted[at]}`];
  });
}
