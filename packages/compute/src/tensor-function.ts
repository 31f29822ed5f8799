import type { Tensor } from '@tensorflow/tfjs';

/** Named tensors. */
export type Tensors = Record<string, Tensor>;

/**
 * A pure function of named tensors written with tfjs operations: no reading of values, no variables,
 * no randomness of its own (random numbers come in as inputs).
 */
export type TensorFunction = (inputs: Tensors) => Tensors;

/** Shape and element type of an input. */
export interface InputSpec {
  readonly shape: readonly number[];
  /** Default `float32`. */
  readonly type?: 'float32' | 'int32';
}
