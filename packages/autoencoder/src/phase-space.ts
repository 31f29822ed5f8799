import * as tf from '@tensorflow/tfjs';
import type { EncoderRecord, TensorTable } from '@noether/contracts';
import { pushJet, type Layer, type LayerScope, type TrainableEncoder } from '@noether/compute';

/** The name under which `loadEncoder` finds this architecture in a record. */
export const PHASE_SPACE = 'phase-space';

/**
 * An autoencoder of states as one of states with their velocities: (x, ẋ) → (z, ż) = (φ(x), J_φ(x)·ẋ)
 * and back by (ψ(z), J_ψ(z)·ż). The equations of a system of second order, in z and v = ż, then are
 * first-order equations of its latent space like any others. Its layers need the forward mode of
 * second order for latent velocities.
 */
export function phaseSpace(of: TrainableEncoder): TrainableEncoder {
  return {
    inputDimension: 2 * of.inputDimension,
    latentDimension: 2 * of.latentDimension,
    encoder: phaseLayer(of.encoder),
    decoder: phaseLayer(of.decoder),
    toRecord: (tensors: TensorTable) => phaseSpaceRecord(of.toRecord(tensors)),
  };
}

/** The record of {@link phaseSpace} for the record of the autoencoder of states. */
export function phaseSpaceRecord(record: EncoderRecord): EncoderRecord {
  const { architecture, options } = record;
  return { ...record, architecture: PHASE_SPACE, options: { of: { architecture, options } } };
}

/** (x, v) → (f(x), J·v) with its derivative along (a, b), which is (J·a, vᵀ·H·a + J·b). */
function phaseLayer(layer: Layer): Layer {
  const halves = (x: tf.Tensor2D): tf.Tensor2D[] => tf.split(x, 2, 1);
  return {
    parameters: layer.parameters,
    state: layer.state,
    apply: (x, scope) => {
      const [value, tangent] = halves(x);
      const pushed = layer.push({ value, tangent }, scope);
      return tf.concat2d([pushed.value, pushed.tangent], 1);
    },
    push: ({ value: both, tangent: direction }, scope) => {
      const [x, v] = halves(both);
      const [a, b] = halves(direction);
      const value = layer.push({ value: x, tangent: v }, scope);
      const along = (tangent: tf.Tensor2D): tf.Tensor2D =>
        layer.push({ value: x, tangent }, scope).tangent;
      const turned = tf.add(bend(layer, x, [a, v], scope), along(b)) as tf.Tensor2D;
      return {
        value: tf.concat2d([value.value, value.tangent], 1),
        tangent: tf.concat2d([along(a), turned], 1),
      };
    },
  };
}

/** vᵀ·H·a = ¼ ((a + v)ᵀ·H·(a + v) − (a − v)ᵀ·H·(a − v)). */
function bend(
  layer: Layer,
  value: tf.Tensor2D,
  [a, v]: readonly tf.Tensor2D[],
  scope: LayerScope,
): tf.Tensor2D {
  const acceleration = tf.zerosLike(value);
  const squared = (tangent: tf.Tensor): tf.Tensor =>
    pushJet(layer, { value, tangent, acceleration }, scope).acceleration;
  return tf.mul(tf.sub(squared(tf.add(a, v)), squared(tf.sub(a, v))), 0.25);
}
