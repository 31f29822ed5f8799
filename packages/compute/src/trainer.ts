import {
  NoetherError,
  type NamedTensor,
  type RandomStream,
  type TensorTable,
} from '@noether/contracts';
import type { Arrays, Engine } from './engines/engine.js';
import { GRADIENT, gradientFunction, INPUT, METRIC, PARAMETER, STATE } from './gradients.js';
import type { AdamOptions } from './optimisers/adam.js';
import { optimiserMemory } from './optimisers/optimiser-memory.js';
import { layoutParameters } from './parameter-buffer.js';
import type { Program } from './program.js';

export interface TrainerOptions {
  readonly engine: Engine;
  /** Stream for the initial values; each parameter draws from `random.split(name)`. */
  readonly random: RandomStream;
  /** Optimiser of each parameter group. */
  readonly optimisers: Readonly<Record<string, AdamOptions>>;
}

/** A program in training: parameters, optimiser and carried state, advanced step by step. */
export interface Trainer {
  /** Steps taken so far. */
  readonly steps: number;
  /**
   * One optimisation step on one batch; returns the program's metrics. `rate` scales every learning
   * rate (schedules).
   * @throws NoetherError `not-finite` with the step and the names of the metrics that are not finite
   */
  step(inputs: Arrays, rate?: number): Promise<Readonly<Record<string, number>>>;
  /** The current parameters and state; views, valid until the next step. */
  readonly parameters: Readonly<Record<string, Float32Array>>;
  readonly state: Readonly<Record<string, Float32Array>>;
  /** Everything that the next step depends on, copied. */
  save(): TensorTable;
  /** @throws NoetherError `wrong-checkpoint` when tensors are missing or have other shapes */
  load(tensors: TensorTable): void;
  dispose(): Promise<void>;
}

/** Compiles a program for an engine and draws its initial parameters. */
export async function createTrainer(program: Program, options: TrainerOptions): Promise<Trainer> {
  const layout = layoutParameters(program.parameters);
  for (const { group } of layout.groups) {
    if (!(group in options.optimisers)) {
      throw new NoetherError(`The parameter group ${group} has no optimiser.`, {
        code: 'invalid-argument',
        argument: `optimisers.${group}`,
      });
    }
  }
  const flat = optimiserMemory(layout.length);
  const parameters = layout.views(flat.parameters);
  for (const [name, spec] of Object.entries(program.parameters)) {
    parameters[name].set(spec.initial(options.random.split(name)));
  }
  const state = mapValues(program.state, (spec) => Float32Array.from(spec.initial));
  const nextState = mapValues(program.state, (spec) => new Float32Array(spec.initial.length));
  const compiled = await options.engine.compile(gradientFunction(program), {
    ...prefixed(PARAMETER, program.parameters),
    ...prefixed(STATE, program.state),
    ...prefixed(INPUT, program.inputs),
  });
  const metrics = Object.fromEntries(
    Object.keys(compiled.outputs)
      .filter((name) => name.startsWith(METRIC))
      .map((name) => [name, new Float32Array(1)]),
  );
  const into = {
    ...prefixed(GRADIENT, layout.views(flat.gradients)),
    ...prefixed(STATE, nextState),
    ...metrics,
  };
  const carried = {
    ...prefixed(PARAMETER, parameters),
    ...prefixed(STATE, state),
  };
  let steps = 0;

  return {
    get steps(): number {
      return steps;
    },
    parameters,
    state,
    async step(inputs, rate = 1): Promise<Readonly<Record<string, number>>> {
      await compiled.run({ ...carried, ...prefixed(INPUT, inputs) }, into);
      const values = readMetrics(metrics, steps + 1);
      steps += 1;
      for (const { group, from, to } of layout.groups) {
        const adam = options.optimisers[group];
        flat.adam({ ...adam, learningRate: adam.learningRate * rate }, steps, from, to);
      }
      for (const [name, value] of Object.entries(nextState)) state[name].set(value);
      return values;
    },
    save(): TensorTable {
      const table: Record<string, NamedTensor> = {
        steps: { shape: [1], data: Float64Array.of(steps) },
      };
      const add = (
        prefix: string,
        arrays: Readonly<Record<string, Float32Array>>,
        specs: Readonly<Record<string, { readonly shape: readonly number[] }>>,
      ): void => {
        for (const [name, data] of Object.entries(arrays)) {
          table[prefix + name] = { shape: specs[name].shape, data: data.slice() };
        }
      };
      add(PARAMETER, parameters, program.parameters);
      add('mean:', layout.views(flat.mean), program.parameters);
      add('variance:', layout.views(flat.variance), program.parameters);
      add(STATE, state, program.state);
      return table;
    },
    load(tensors): void {
      const targets = {
        ...prefixed(PARAMETER, parameters),
        ...prefixed('mean:', layout.views(flat.mean)),
        ...prefixed('variance:', layout.views(flat.variance)),
        ...prefixed(STATE, state),
      };
      const shapes = {
        ...prefixed(PARAMETER, program.parameters),
        ...prefixed('mean:', program.parameters),
        ...prefixed('variance:', program.parameters),
        ...prefixed(STATE, program.state),
      };
      const wrong = Object.keys(targets).filter(
        (name) => tensors[name]?.shape.join() !== shapes[name].shape.join(),
      );
      if (wrong.length > 0 || !tensors.steps) {
        throw new NoetherError(
          `The checkpoint is of another model: ${wrong.slice(0, 3).join(', ') || 'steps'} ${wrong.length === 1 ? 'is' : 'are'} missing or of another shape.`,
          {
            code: 'wrong-checkpoint',
            hint: 'Resume with the configuration the checkpoint was made with.',
          },
        );
      }
      for (const [name, target] of Object.entries(targets)) target.set(tensors[name].data);
      steps = tensors.steps.data[0];
    },
    dispose: () => compiled.dispose(),
  };
}

function readMetrics(
  metrics: Readonly<Record<string, Float32Array>>,
  step: number,
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, data] of Object.entries(metrics)) values[name.slice(METRIC.length)] = data[0];
  const broken = Object.entries(values).filter(([, value]) => !Number.isFinite(value));
  if (broken.length > 0) {
    const terms = broken.map(([name, value]) => `${name} is ${value}`).join(', ');
    throw new NoetherError(`Training stopped at step ${step}: ${terms}.`, {
      code: 'not-finite',
      argument: broken[0][0],
      value: step,
      hint: 'Lower the learning rate, or check the data for outliers.',
    });
  }
  return values;
}

function prefixed<T>(prefix: string, table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [prefix + name, value]));
}

function mapValues<T, U>(
  table: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value)]));
}
