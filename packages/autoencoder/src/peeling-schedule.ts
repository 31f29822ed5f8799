import * as tf from '@tensorflow/tfjs';
import type { LayerScope } from '@noether/compute';

/** Name of the carried number of training steps. */
export const STEPS = 'autoencoder.steps';

/** When a part is on: its first step, and how many there are before the next one's. */
export interface Stage {
  readonly first: number;
  readonly stage: number;
}

/** Counts a training step. */
export function nextSteps({ state, nextState, training }: LayerScope): void {
  if (training) nextState[STEPS] = tf.add(state[STEPS], 1);
}

/** 1 when the part takes part, else 0; at inference all do. */
export function joined({ first }: Stage, { state, training }: LayerScope): tf.Tensor | number {
  if (first === 0 || !training) return 1;
  return tf.step(tf.sub(state[STEPS], first));
}

/** How much of the projection the encoder of the part has taken over: 0 … 1. */
export function takenOver(stage: Stage, scope: LayerScope): tf.Tensor {
  return ramp(stage, 0.1, 0.3, scope);
}

/** How far the code of the part is on its way to unit length: 0 … 1. */
export function sharpness(stage: Stage, scope: LayerScope): tf.Tensor {
  return scope.training ? ramp(stage, 0.4, 0.8, scope) : tf.scalar(1);
}

/** From 0 to 1 between two shares of a stage. */
function ramp({ first, stage }: Stage, from: number, to: number, { state }: LayerScope): tf.Tensor {
  const start = first + from * stage;
  return tf.clipByValue(tf.div(tf.sub(state[STEPS], start), (to - from) * stage), 0, 1);
}
