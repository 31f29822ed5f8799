import {
  invalidArgument,
  NoetherError,
  sizeOf,
  type RandomStream,
  type TensorTable,
} from '@noether/contracts';
import { checkArrays } from './engines/check-arrays.js';
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
import { oneByOne } from './one-by-one.js';
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
   * rate, besides the schedules of the optimisers. A step that is asked for during another one waits.
   * @throws NoetherError `missing-input`, `unknown-port`, `shape-changed` or `wrong-type` for inputs that do
   * not fit the program; `not-finite` with the step and the names of the metrics, groups (losses) or
   * parameters (gradients) that are not finite; nothing has changed then. `disposed` after dispose
   */
  step(inputs: Arrays, rate?: number): Promise<Readonly<Record<string, number>>>;
  /** The current parameters and state; views, valid until the next step. */
  readonly parameters: Readonly<Record<string, Float32Array>>;
  readonly state: Readonly<Record<string, Float32Array>>;
  /** Everything that the next step depends on, copied. */
  save(): TensorTable;
  /** @throws NoetherError `wrong-checkpoint` when tensors are missing, of other shapes, or too many */
  load(tensors: TensorTable): void;
  /** Gives the engine's memory back, after the step that is running. */
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
    const values = spec.initial(options.random.split(name));
    parameters[name].set(ofShape(`parameters.${name}.initial`, values, spec.shape));
  }
  const state = Object.fromEntries(
    Object.entries(program.state).map(([name, { initial, shape }]) => [
      name,
      ofShape(`state.${name}.initial`, initial, shape).slice(),
    ]),
  );
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
    ...shaped(PARAMETER, parameters, (name) => program.parameters[name]),
    ...shaped('', updates.state, (name) => program.parameters[name.slice(name.indexOf(':') + 1)]),
    ...shaped(STATE, state, (name) => program.state[name]),
  };
  const turns = oneByOne('trainer');
  let steps = 0;

  return {
    get steps(): number {
      return steps;
    },
    parameters,
    state,
    step: (inputs, rate = 1) =>
      turns.run(async () => {
        demandFinite('rate', rate);
        checkArrays(program.inputs, inputs, {}, {});
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
      }),
    save: () => saveArrays(saved, steps),
    load(tensors): void {
      steps = loadArrays(saved, tensors);
    },
    dispose: () => turns.close(() => compiled.dispose()),
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

/** The values, if they fill the shape. */
function ofShape(argument: string, values: Float32Array, shape: readonly number[]): Float32Array {
  const size = sizeOf(shape);
  if (values.length === size) return values;
  throw invalidArgument(
    argument,
    values.length,
    `the shape [${shape.join(', ')}] takes ${size} ${size === 1 ? 'number' : 'numbers'}`,
  );
}

function demandFinite(argument: string, value: number): void {
  if (!Number.isFinite(value)) throw invalidArgument(argument, value, 'it must be a finite number');
}

/** One number for each of the names with this prefix, by the rest of the name. */
function scalars(names: readonly string[], prefix: string): Record<string, Float32Array> {
  return Object.fromEntries(
    names
      .filter((name) => name.startsWith(prefix))
      .map((name) => [name.slice(prefix.length), new Float32Array(1)]),
  );
}

/** Arrays with their shapes. */
function shaped(
  prefix: string,
  arrays: Readonly<Record<string, Float32Array>>,
  specOf: (name: string) => { readonly shape: readonly number[] },
): CheckpointArrays {
  const table: Record<string, { shape: readonly number[]; data: Float32Array }> = {};
  for (const [name, data] of Object.entries(arrays)) {
    table[prefix + name] = { shape: specOf(name).shape, data };
  }
  return table;
}

function mapValues<T, U>(
  table: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value)]));
}
