import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import type { ParameterSpec, StateSpec } from '../program.js';
import type { Tensors } from '../tensor-function.js';
import { pushJet, type Jet } from './jet.js';

/** What a layer reads and, for carried state, writes during one evaluation. */
export interface LayerScope {
  readonly parameters: Tensors;
  readonly state: Tensors;
  /** Filled by layers that carry state, in training. */
  readonly nextState: Tensors;
  /** In training, batch norm uses the batch's statistics; otherwise the running ones. */
  readonly training: boolean;
}

/** A value and its derivative along a direction, pushed forward together. */
export interface Tangent<T extends Tensor = Tensor2D> {
  readonly value: T;
  readonly tangent: T;
}

/**
 * A differentiable map with named parameters: of rows, or of batches of signals (batch × length ×
 * channels) and images (batch × height × width × channels).
 */
export interface Layer<Input extends Tensor = Tensor2D, Output extends Tensor = Tensor2D> {
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  readonly state: Readonly<Record<string, StateSpec>>;
  apply(x: Input, scope: LayerScope): Output;
  /** Forward mode at fixed (running) statistics: (x, ẋ) → (f(x), J_f(x)·ẋ). */
  push(x: Tangent<Input>, scope: LayerScope): Tangent<Output>;
  /** Forward mode of second order, for layers that have it; {@link pushJet} calls it. */
  pushJet?(x: Jet<Input>, scope: LayerScope): Jet<Output>;
}

/** A layer of any ranks, for {@link chain}; tfjs checks that each fits the one before. */
export type AnyLayer = Layer<never, Tensor>;

/** Layers one after the other. */
export function chain<Input extends Tensor = Tensor2D, Output extends Tensor = Tensor2D>(
  layers: readonly AnyLayer[],
): Layer<Input, Output> {
  return {
    parameters: Object.assign(
      {},
      ...layers.map((layer) => layer.parameters),
    ) as Layer['parameters'],
    state: Object.assign({}, ...layers.map((layer) => layer.state)) as Layer['state'],
    apply: (x, scope) =>
      layers.reduce<Tensor>((value, layer) => layer.apply(value as never, scope), x) as Output,
    push: (x, scope) =>
      layers.reduce<Tangent<Tensor>>(
        (value, layer) => layer.push(value as Tangent<never>, scope),
        x,
      ) as Tangent<Output>,
    pushJet: (x, scope) =>
      layers.reduce<Jet<Tensor>>((path, layer) => pushJet(layer, path, scope), x) as Jet<Output>,
  };
}
