import type { Tensor2D } from '@tensorflow/tfjs';
import type { ParameterSpec, StateSpec } from '../program.js';
import type { Tensors } from '../tensor-function.js';

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
export interface Tangent {
  readonly value: Tensor2D;
  readonly tangent: Tensor2D;
}

/** A differentiable map of rows with named parameters. */
export interface Layer {
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  readonly state: Readonly<Record<string, StateSpec>>;
  apply(x: Tensor2D, scope: LayerScope): Tensor2D;
  /** Forward mode at fixed (running) statistics: (x, ẋ) → (f(x), J_f(x)·ẋ). */
  push(x: Tangent, scope: LayerScope): Tangent;
}

/** Layers one after the other. */
export function chain(layers: readonly Layer[]): Layer {
  return {
    parameters: Object.assign(
      {},
      ...layers.map((layer) => layer.parameters),
    ) as Layer['parameters'],
    state: Object.assign({}, ...layers.map((layer) => layer.state)) as Layer['state'],
    apply: (x, scope) => layers.reduce((value, layer) => layer.apply(value, scope), x),
    push: (x, scope) => layers.reduce((value, layer) => layer.push(value, scope), x),
  };
}
