import * as tf from '@tensorflow/tfjs';

/** dx/dt of a batch of states, rows × d. */
export type BatchField = (states: tf.Tensor2D) => tf.Tensor2D;

/**
 * Steps of the classical Runge–Kutta method of order 4 for a batch of states at once, written with
 * differentiable operations: gradients flow back through every stage to the initial states and to
 * whatever the field depends on (Chen et al., Neural ordinary differential equations, 2018, without the
 * adjoint). A program that is compiled has the steps unrolled.
 * @param initial rows × d
 * @param step width of a step, negative to go backwards
 * @returns the states after 1, 2, …, `steps` steps, each rows × d
 */
export function rk4Steps(
  field: BatchField,
  initial: tf.Tensor2D,
  step: number,
  steps: number,
): tf.Tensor2D[] {
  const moved = (x: tf.Tensor2D, slope: tf.Tensor2D, width: number): tf.Tensor2D =>
    tf.add(x, tf.mul(slope, width));
  const states: tf.Tensor2D[] = [];
  let state = initial;
  for (let index = 0; index < steps; index++) {
    const k1 = field(state);
    const k2 = field(moved(state, k1, step / 2));
    const k3 = field(moved(state, k2, step / 2));
    const k4 = field(moved(state, k3, step));
    const slope: tf.Tensor2D = tf.add(tf.add(k1, k4), tf.mul(tf.add(k2, k3), 2));
    state = moved(state, slope, step / 6);
    states.push(state);
  }
  return states;
}
