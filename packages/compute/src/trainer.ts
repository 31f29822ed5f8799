import { NoetherError, type RandomStream, type TensorTable } from '@noether/contracts';
import type { Arrays, Engine } from './engines/engine.js';
import {
  GRADIENT,
  gradientFunction,
  INPUT,
  LOSS,
  METRIC,
  PARAMETER,
  prefixed,
  programInputs,
  STATE,
} from './gradients.js';
import { firstNotFinite, notFinite } from './not-finite.js';
import { groupUpdates } from './optimisers/group-updates.js';
import type { Optimiser } from './optimisers/optimiser.js';
import { optimiserMemory } from './optimisers/optimiser-memory.js';
import { layoutParameters, type BufferLayout } from './parameter-buffer.js';
import type { Program } from './program.js';
import { loadArrays, saveArrays, type CheckpointArrays } from './trainer-checkpoint.js';

export interface TrainerOptions {
  readonly engine: Engine;
  /** Stream for the initial values; each parameter draws from `random.split(name)`. */
  readonly random: RandomStream;
  /** Optimiser of each parameter group; without a `kind` it is Adam. */
  readonly optimisers: Readonly<Record<string, Optimiser>>;
}

/** A program in training: parameters, optimiser and carried state, advanced step by step. */
export interface Trainer {
  /** Steps taken so far. */
  readonly steps: number;
  /**
   * One optimisation step on one batch; returns the program's metrics. `rate` scales every learning
   * rate, besides the schedules of the optimisers.
   * @throws NoetherError `not-finite` with the step and the names of the metrics, groups (losses) or
   * parameters (gradients) that are not finite; nothing has changed then
   */
  step(inputs: Arrays, rate?: number): Promise<Readonly<Record<string, number>>>;
  /** The current parameters and state; views, valid until the next step. */
  readonly parameters: Readonly<Record<string, Float32Array>>;
  readonly state: Readonly<Record<string, Float32Array>>;
  /** Everything that the next step depends on, copied. */
  save(): TensorTable;
  /** @throws NoetherError `wrong-checkpoint` when tensors are missing, of other shapes, or too many */
  load(tensors: TensorTable): void;
  dispose(): Promise<void>;
}

/**
 * Compiles a program for an engine and draws its initial parameters.
 * @throws NoetherError `invalid-argument` for a group without an optimiser, and what `compile` throws
 */
export async function createTrainer(program: Program, options: TrainerOptions): Promise<Trainer> {
  const layout = layoutParameters(program.parameters);
  demandOptimisers(layout, options.optimisers);
  const flat = optimiserMemory(layout.length);
  const updates = groupUpdates(flat, layout, options.optimisers);
  const parameters = layout.views(flat.parameters);
  for (const [name, spec] of Object.entries(program.parameters)) {
    parameters[name].set(spec.initial(options.random.split(name)));
  }
  const state = mapValues(program.state, (spec) => Float32Array.from(spec.initial));
  const nextState = mapValues(program.state, (spec) => new Float32Array(spec.initial.length));
  const compiled = await options.engine.compile(gradientFunction(program), programInputs(program));
  const gradients = layout.views(flat.gradients);
  const metrics = scalars(Object.keys(compiled.outputs), METRIC);
  const losses = scalars(Object.keys(compiled.outputs), LOSS);
  const into = {
    ...prefixed(GRADIENT, gradients),
    ...prefixed(STATE, nextState),
    ...prefixed(METRIC, metrics),
    ...prefixed(LOSS, losses),
  };
  const carried = { ...prefixed(PARAMETER, parameters), ...prefixed(STATE, state) };
  const saved = {
    ...shaped(PARAMETER, parameters, program.parameters),
    ...shaped('', updates.state, program.parameters),
    ...shaped(STATE, state, program.state),
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
      const values = mapValues(metrics, (data) => data[0]);
      const groups = mapValues(losses, (data) => data[0]);
      const failure =
        notFinite(steps + 1, values) ?? notFinite(steps + 1, groups, 'the loss of the group ');
      if (failure) throw failure;
      const norms = updates.norms();
      if (!Object.values(norms).every(Number.isFinite)) {
        const broken = mapValues(gradients, firstNotFinite);
        throw notFinite(steps + 1, broken, 'a gradient of ') as NoetherError;
      }
      steps += 1;
      updates.apply(norms, steps, rate);
      for (const [name, value] of Object.entries(nextState)) state[name].set(value);
      return values;
    },
    save: () => saveArrays(saved, steps),
    load(tensors): void {
      steps = loadArrays(saved, tensors);
    },
    dispose: () => compiled.dispose(),
  };
}

function demandOptimisers(
  layout: BufferLayout,
  optimisers: Readonly<Record<string, Optimiser>>,
): void {
  for (const { group } of layout.groups) {
    if (group in optimisers) continue;
    throw new NoetherError(`The parameter group ${group} has no optimiser.`, {
      code: 'invalid-argument',
      argument: `optimisers.${group}`,
    });
  }
}

/** One number for each of the names with this prefix, by the rest of the name. */
function scalars(names: readonly string[], prefix: string): Record<string, Float32Array> {
  return Object.fromEntries(
    names
      .filter((name) => name.startsWith(prefix))
      .map((name) => [name.slice(prefix.length), new Float32Array(1)]),
  );
}

/** Arrays with their shapes; those of optimiser state are found behind the colon of their names. */
function shaped(
  prefix: string,
  arrays: Readonly<Record<string, Float32Array>>,
  specs: Readonly<Record<string, { readonly shape: readonly number[] }>>,
): CheckpointArrays {
  const table: Record<string, { shape: readonly number[]; data: Float32Array }> = {};
  for (const [name, data] of Object.entries(arrays)) {
    const { shape } = specs[name] ?? specs[name.slice(name.indexOf(':') + 1)];
    table[prefix + name] = { shape, data };
  }
  return table;
}

function mapValues<T, U>(
  table: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value)]));
}
