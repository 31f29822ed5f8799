import * as tf from '@tensorflow/tfjs';
import type { LayerScope } from '@noether/compute';

/** Name of the carried number of training steps. */
export const STEPS = 'autoencoder.steps';

/** Steps in which the principal directions are sought. */
const SEARCH = 100;

/** When a part is on: its first step, and in how many it gets to its circle. */
export interface Stage {
  readonly first: number;
  readonly span: number;
}

/** Parts join one after the other; the last one, which none waits for, takes twice the time. */
export function stageOf(index: number, parts: number, stage: number): Stage {
  return { first: index * stage, span: index === parts - 1 ? 2 * stage : stage };
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

/** 1 in the steps in which the principal directions are sought, else 0. */
export function searching({ state }: LayerScope): tf.Tensor {
  return tf.step(tf.sub(SEARCH, state[STEPS]));
}

/** How much of the projection the encoder of the part has taken over: 0 … 1. */
export function takenOver(stage: Stage, scope: LayerScope): tf.Tensor {
  return ramp(stage, 0.1, 0.3, scope);
}

/** How far the code of the part is on its way to unit length: 0 … 1. */
export function sharpness(stage: Stage, scope: LayerScope): tf.Tensor {
  return scope.training ? ramp(stage, 0.4, 0.8, scope) : tf.scalar(1);
}

/** From 0 to 1 between two shares of the span of a stage. */
function ramp({ first, span }: Stage, from: number, to: number, { state }: LayerScope): tf.Tensor {
  const start = first + from * span;
  return tf.clipByValue(tf.div(tf.sub(state[STEPS], start), (to - from) * span), 0, 1);
}
