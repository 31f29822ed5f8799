import type { Scalar, Tensor } from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import type { InputSpec, Tensors } from './tensor-function.js';

/** A tensor that training changes: its shape and its first value. */
export interface ParameterSpec {
  readonly shape: readonly number[];
  /** Values at the start, drawn from a stream of the parameter's own. */
  initial(random: RandomStream): Float32Array;
}

/** A tensor that is carried from step to step without a gradient, e.g. running statistics. */
export interface StateSpec {
  readonly shape: readonly number[];
  readonly initial: Float32Array;
}

/** What a program sees in one step. */
export interface ProgramTensors {
  readonly parameters: Tensors;
  readonly state: Tensors;
  readonly inputs: Tensors;
}

export interface ProgramResult {
  /** The loss each parameter group descends; groups may share one tensor. */
  readonly losses: Readonly<Record<string, Scalar>>;
  /** Numbers to report, scalars. */
  readonly metrics: Readonly<Record<string, Scalar>>;
  /** The new value of every state tensor. */
  readonly state: Readonly<Record<string, Tensor>>;
}

/**
 * A training step as a pure function, written with tfjs operations. Parameters are named
 * `group.rest`; the group decides which loss and which optimiser they follow.
 */
export interface Program {
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  readonly state: Readonly<Record<string, StateSpec>>;
  readonly inputs: Readonly<Record<string, InputSpec>>;
  step(tensors: ProgramTensors): ProgramResult;
}

/** The group of a parameter: its name up to the first dot. */
export function groupOf(parameter: string): string {
  return parameter.split('.', 1)[0];
}
