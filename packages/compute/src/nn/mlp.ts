import { batchNorm } from './batch-norm.js';
import { dense } from './dense.js';
import { chain, type Layer } from './layer.js';
import { orthogonalDense } from './orthogonal-dense.js';
import { relu } from './relu.js';

export interface MlpOptions {
  readonly inputs: number;
  readonly outputs: number;
  /** Width of the hidden layers. */
  readonly width: number;
  /** Number of hidden layers. */
  readonly hidden: number;
  /** Batch norm after every linear layer, the last one included. Default false. */
  readonly batchNorm?: boolean;
  /** Orthonormal rows in the last layer. Default false. */
  readonly orthogonal?: boolean;
}

/** Linear layers with ReLU between them; parameters are named `name.0.weight`, `name.0.bias`, … */
export function mlp(name: string, options: MlpOptions): Layer {
  const { inputs, outputs, width, hidden } = options;
  const layers: Layer[] = [];
  for (let index = 0; index < hidden; index++) {
    const from = index === 0 ? inputs : width;
    layers.push(dense(`${name}.${index}`, from, width, !options.batchNorm));
    if (options.batchNorm) layers.push(batchNorm(`${name}.${index}.norm`, width));
    layers.push(relu);
  }
  const last = `${name}.${hidden}`;
  const from = hidden === 0 ? inputs : width;
  layers.push(
    options.orthogonal ? orthogonalDense(last, from, outputs) : dense(last, from, outputs),
  );
  if (options.batchNorm) layers.push(batchNorm(`${last}.norm`, outputs));
  return chain(layers);
}
