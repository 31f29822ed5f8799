import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import { NoetherError } from '@noether/contracts';
import type { AnyLayer, LayerScope } from './layer.js';

/** A path through a point to second order: where it is, its velocity and its acceleration. */
export interface Jet<T extends Tensor = Tensor2D> {
  readonly value: T;
  readonly tangent: T;
  readonly acceleration: T;
}

/**
 * Forward mode of second order at fixed (running) statistics:
 * (x, ẋ, ẍ) → (f(x), J_f(x)·ẋ, J_f(x)·ẍ + ẋᵀ·H_f(x)·ẋ), as tensors that carry gradients.
 * @throws NoetherError `invalid-argument` for a layer without second derivatives
 */
export function pushJet<Output extends Tensor = Tensor2D>(
  layer: AnyLayer,
  x: Jet<Tensor>,
  scope: LayerScope,
): Jet<Output> {
  if (layer.pushJet === undefined) {
    throw new NoetherError('A layer of this network has no forward mode of second order.', {
      code: 'invalid-argument',
      argument: 'layer',
      value: Object.keys(layer.parameters),
      hint: 'Dense layers, sigmoid, tanh, elu, softplus and relu have it, and chains of them.',
    });
  }
  return layer.pushJet(x as never, scope) as Jet<Output>;
}
