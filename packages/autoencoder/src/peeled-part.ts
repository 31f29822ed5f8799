import * as tf from '@tensorflow/tfjs';
import type { Layer, LayerScope, TrainableEncoder } from '@noether/compute';
import { sharpness, STEPS, takenOver, type Stage } from './peeling-schedule.js';
import { principalProjection, type PrincipalProjection } from './principal-projection.js';
import { renamedLayer } from './renamed-layer.js';
import { whitening, type Whitening } from './whitening.js';

/** Latent coordinates of a part. */
export const PLANE = 2;

/** Steps in which the directions of the first part are sought. */
const SEARCH = 100;

/** One of the autoencoders of a sum, with what its code goes through. */
export interface PeeledPart extends Stage {
  readonly encoder: Layer;
  readonly decoder: Layer;
  readonly projection: PrincipalProjection;
  readonly white: Whitening;
}

/** The part at a place of the sum, its parameters and state under names of their own. */
export function peeledPart(part: TrainableEncoder, index: number, stage: number): PeeledPart {
  const own = `autoencoder.part${index}`;
  const rename = (name: string): string => name.replace(/^autoencoder\./, `${own}.`);
  return {
    encoder: renamedLayer(part.encoder, rename),
    decoder: renamedLayer(part.decoder, rename),
    projection: principalProjection(`${own}.principal`, part.inputDimension, PLANE),
    white: whitening(`${own}.whitening`, PLANE),
    first: index * stage,
    stage,
  };
}

/**
 * z_p of what is left, on its way from a whitened point of the plane, in training at first that of the
 * principal projection, to unit length.
 */
export function codeOf(part: PeeledPart, rest: tf.Tensor2D, scope: LayerScope): tf.Tensor2D {
  const { encoder, projection, white, first } = part;
  let free = encoder.apply(rest, scope);
  if (scope.training) {
    const until = Math.max(first, SEARCH);
    projection.learn(rest, tf.step(tf.sub(until, scope.state[STEPS])), scope);
    const share = takenOver(part, scope);
    const shown = projection.apply(rest, scope);
    free = tf.add(tf.mul(shown, tf.sub(1, share)), tf.mul(free, share));
  }
  const z = white.apply(free, scope);
  const square = tf.add(tf.sum(tf.square(z), 1, true), 1e-6);
  return tf.mul(z, tf.exp(tf.mul(tf.log(square), tf.mul(sharpness(part, scope), -0.5))));
}
