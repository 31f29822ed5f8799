import * as tf from '@tensorflow/tfjs';
import {
  groupOf,
  identityAutoencoder,
  selectEngine,
  type Program,
  type Tensors,
  type TrainableEncoder,
} from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { laliganProgram, type SymmetryOptions } from '@noether/symmetry-gan';
import { tinyAutoencoder } from './tiny-autoencoder.js';

/** A program with values for everything it reads. */
export interface Evaluation {
  readonly program: Program;
  readonly parameters: Record<string, Float32Array>;
  readonly state: Record<string, Float32Array>;
  readonly inputs: Record<string, Float32Array>;
}

/** What a case varies. */
export interface Setting {
  readonly options: SymmetryOptions;
  readonly timesteps: number;
  /** Variables of the data; the latent space has the dimension of the representation. */
  readonly variables: number;
  readonly identity?: boolean;
  readonly gate?: number;
  /** Zeroes every third entry of the generators. */
  readonly masked?: boolean;
}

/** The program of a setting at random parameters and data. */
export function evaluationOf(setting: Setting): Evaluation {
  const { options, timesteps, variables, identity = false, gate = 1, masked = false } = setting;
  const autoencoder: TrainableEncoder = identity
    ? identityAutoencoder(variables)
    : tinyAutoencoder(variables, options.representation.dimension);
  const program = laliganProgram(autoencoder, timesteps, options);
  const random = randomStream('evaluation');
  const values = Object.entries(program.parameters).map(([name, spec]): [string, Float32Array] => [
    name,
    spec.initial(random.split(name)).map((value) => value + 0.1 * random.normal()),
  ]);
  const inputs = Object.entries(program.inputs).map(([name, { shape }]): [string, Float32Array] => {
    const size = shape.reduce((product, extent) => product * extent, 1);
    if (name === 'encoderGate') return [name, Float32Array.of(gate)];
    if (name === 'regulariserWeight') return [name, Float32Array.of(options.weights.regulariser)];
    if (name.startsWith('mask.')) {
      const mask = new Float32Array(size).fill(1);
      return [name, masked ? mask.map((_, index) => (index % 3 === 2 ? 0 : 1)) : mask];
    }
    return [name, random.split(name).fillNormal(new Float32Array(size))];
  });
  const state = Object.entries(program.state).map(([name, { initial }]): [string, Float32Array] => [
    name,
    Float32Array.from(initial),
  ]);
  return {
    program,
    parameters: Object.fromEntries(values),
    state: Object.fromEntries(state),
    inputs: Object.fromEntries(inputs),
  };
}

/** Metrics, next state and the gradients that each group descends, by the engine. */
export async function evaluate(
  { program, parameters, state, inputs }: Evaluation,
  engineName: string,
): Promise<{ metrics: Record<string, number>; gradients: Record<string, Float32Array> }> {
  const engine = await selectEngine(engineName);
  const all = { ...parameters, ...state, ...inputs };
  const specs = { ...program.parameters, ...program.state, ...program.inputs };
  const names = Object.keys(parameters);
  const compiled = await engine.compile(
    (tensors) => {
      const of = (table: object): Tensors =>
        Object.fromEntries(Object.keys(table).map((name) => [name, tensors[name]]));
      const step = (values: Tensors): ReturnType<Program['step']> =>
        program.step({ parameters: values, state: of(state), inputs: of(inputs) });
      const result: Tensors = { ...step(of(parameters)).metrics };
      for (const group of new Set(names.map(groupOf))) {
        const own = names.filter((name) => groupOf(name) === group);
        const gradients = tf.grads((...values: tf.Tensor[]) => {
          const replaced = Object.fromEntries(own.map((name, index) => [name, values[index]]));
          return step({ ...of(parameters), ...replaced }).losses[group];
        })(own.map((name) => tensors[name]));
        own.forEach((name, index) => (result[`gradient ${name}`] = gradients[index]));
      }
      return result;
    },
    Object.fromEntries(Object.entries(specs).map(([name, { shape }]) => [name, { shape }])),
  );
  const into = Object.fromEntries(
    Object.entries(compiled.outputs).map(([name, shape]) => [
      name,
      new Float32Array(shape.reduce((product, extent) => product * extent, 1)),
    ]),
  );
  await compiled.run(all, into);
  await compiled.dispose();
  const isGradient = ([name]: [string, unknown]): boolean => name.startsWith('gradient ');
  const entries = Object.entries(into);
  return {
    metrics: Object.fromEntries(
      entries.filter((entry) => !isGradient(entry)).map(([name, [value]]) => [name, value]),
    ),
    gradients: Object.fromEntries(
      entries.filter(isGradient).map(([name, value]) => [name.slice('gradient '.length), value]),
    ),
  };
}
