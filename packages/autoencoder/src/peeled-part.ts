import * as tf from '@tensorflow/tfjs';
import type { Layer, LayerScope, TrainableEncoder } from '@noether/compute';
import { sharpness, takenOver, type Stage } from './peeling-schedule.js';
import { imitating } from './imitation.js';
import type { PrincipalProjection } from './principal-projection.js';
import { renamedLayer } from './renamed-layer.js';
import { whitening, type Whitening } from './whitening.js';

/** Latent coordinates of a part. */
export const PLANE = 2;

/**
 * Added to |y|² before the root of it is divided by. Where a code crosses 0 its angle jumps by half a turn; a
 * bounded slope there lets such places move and vanish in training.
 */
const SOFTNESS = 0.01;

/** Weight of the projection as a model: about the slope of a reconstruction error, so that Adam's scales fit both. */
const IMITATION = 0.03;

/** One of the autoencoders of a sum, with what its code goes through. */
export interface PeeledPart extends Stage {
  readonly encoder: Layer;
  readonly decoder: Layer;
  readonly white: Whitening;
}

/** The part at a place of the sum, its parameters and state under names of their own. */
export function peeledPart(part: TrainableEncoder, index: number, stage: Stage): PeeledPart {
  const own = `autoencoder.part${index}`;
  const rename = (name: string): string => name.replace(/^autoencoder\./, `${own}.`);
  return {
    encoder: renamedLayer(part.encoder, rename),
    decoder: renamedLayer(part.decoder, rename),
    white: whitening(`${own}.whitening`, PLANE),
    ...stage,
  };
}

/**
 * z_p of what is left, on its way from a whitened point of the plane, in training at first that of the
 * projection `start`, nearly to unit length.
 */
export function codeOf(
  part: PeeledPart,
  rest: tf.Tensor2D,
  start: PrincipalProjection,
  scope: LayerScope,
): tf.Tensor2D {
  const { encoder, white } = part;
  let free = encoder.apply(rest, scope);
  if (scope.training) {
    const share = takenOver(part, scope);
    const shown = start.apply(rest, scope);
    const left = tf.sub(1, share);
    const own = imitating(free, shown, tf.mul(left, IMITATION));
    free = tf.add(tf.mul(shown, left), tf.mul(own, share));
  }
  const z = white.apply(free, scope);
  const square = tf.add(tf.sum(tf.square(z), 1, true), SOFTNESS);
  return tf.mul(z, tf.exp(tf.mul(tf.log(square), tf.mul(sharpness(part, scope), -0.5))));
}
