import type * as tf from '@tensorflow/tfjs';

/** The map from trained numbers to generators, on tensors and on plain arrays alike. */
export interface GeneratorMap {
  /** Shape of the trained numbers of one generator. */
  readonly shape: readonly number[];
  /** Numbers c × shape to generators c × d × d, differentiable. */
  tensors(numbers: tf.Tensor): tf.Tensor;
  /** The same on the numbers of c generators, row-major; a new array. */
  matrices(numbers: Float32Array): Float32Array;
  /** Numbers that mean given c × d × d generators, or those nearest to them that can be meant; a new array. */
  numbers(matrices: Float32Array): Float32Array;
}
