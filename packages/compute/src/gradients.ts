import * as tf from '@tensorflow/tfjs';
import { NoetherError } from '@noether/contracts';
import { checkResult } from './check-result.js';
import { groupOf, type Program, type ProgramResult } from './program.js';
import type { InputSpec, TensorFunction, Tensors } from './tensor-function.js';

/** Prefixes by which a training step's inputs and outputs are told apart. */
export const PARAMETER = 'parameter:';
export const STATE = 'state:';
export const INPUT = 'input:';
export const GRADIENT = 'gradient:';
export const METRIC = 'metric:';
export const LOSS = 'loss:';

/**
 * A program as one tensor function: parameters, state and inputs → gradients of each group's loss
 * by that group's parameters, new state, metrics and losses. Groups that share a loss tensor share one
 * backward pass.
 */
export function gradientFunction(program: Program): TensorFunction {
  return (tensors) => {
    const parameters = pick(tensors, PARAMETER);
    const rest = { state: pick(tensors, STATE), inputs: pick(tensors, INPUT) };
    const result = program.step({ parameters, ...rest });
    checkResult(program, result);
    const outputs: Tensors = {};
    for (const groups of groupsByLoss(result)) {
      const names = Object.keys(parameters).filter((name) => groups.includes(groupOf(name)));
      const loss = (...values: tf.Tensor[]): tf.Scalar => {
        const replaced = Object.fromEntries(names.map((name, index) => [name, values[index]]));
        return program.step({ parameters: { ...parameters, ...replaced }, ...rest }).losses[
          groups[0]
        ];
      };
      const gradients = gradientsOf(loss, names, parameters);
      names.forEach((name, index) => (outputs[GRADIENT + name] = gradients[index]));
    }
    for (const [name, value] of Object.entries(result.state)) outputs[STATE + name] = value;
    for (const [name, value] of Object.entries(result.metrics)) outputs[METRIC + name] = value;
    for (const [group, loss] of Object.entries(result.losses)) outputs[LOSS + group] = loss;
    return outputs;
  };
}

/** What {@link gradientFunction} reads. */
export function programInputs(program: Program): Record<string, InputSpec> {
  return {
    ...prefixed(PARAMETER, program.parameters),
    ...prefixed(STATE, program.state),
    ...prefixed(INPUT, program.inputs),
  };
}

/** The table with a prefix before every name. */
export function prefixed<T>(prefix: string, table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [prefix + name, value]));
}

function gradientsOf(
  loss: (...values: tf.Tensor[]) => tf.Scalar,
  names: readonly string[],
  parameters: Tensors,
): tf.Tensor[] {
  try {
    return tf.grads(loss)(names.map((name) => parameters[name]));
  } catch (cause) {
    if (!(cause as Error).message.startsWith('Cannot compute gradient of y=f(x)')) throw cause;
    throw new NoetherError(
      `The loss of the group ${groupOf(names[0])} does not depend on all of its parameters: ${names.join(', ')}.`,
      {
        code: 'invalid-program',
        hint: 'Remove the parameter that is not used, or use it in this loss.',
        cause,
      },
    );
  }
}

function pick(tensors: Tensors, prefix: string): Tensors {
  return Object.fromEntries(
    Object.entries(tensors)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, tensor]) => [name.slice(prefix.length), tensor]),
  );
}

function groupsByLoss(result: ProgramResult): string[][] {
  const shared = new Map<tf.Scalar, string[]>();
  for (const [group, loss] of Object.entries(result.losses)) {
    shared.set(loss, [...(shared.get(loss) ?? []), group]);
  }
  return [...shared.values()];
}
