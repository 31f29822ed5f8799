import * as tf from '@tensorflow/tfjs';
import type { InputSpec, TensorFunction, Tensors } from '../tensor-function.js';
import type { Graph, Port } from './graph.js';
import { simplify } from './simplify.js';
import { withUserFrames } from './user-frame.js';
import { materialise, symbol } from './symbol.js';
import { withBackend } from '../with-backend.js';
import { withTapeFreed } from '../with-tape-freed.js';
import { TRACE_BACKEND, traceBackend, type TraceBackend } from './trace-backend.js';

/**
 * Runs a tensor function once with symbols instead of numbers and returns what it did as a graph.
 * Gradients taken inside (`tf.grads`, `tf.customGrad`) are traced like everything else. The tfjs
 * back-end that was active is active again afterwards, and no tensor is left behind.
 * @throws NoetherError when a value is read, an operation cannot be compiled or a tensor is foreign
 */
export function trace(run: TensorFunction, inputs: Readonly<Record<string, InputSpec>>): Graph {
  const backend = traceBackend();
  return withBackend(TRACE_BACKEND, () => record(backend, run, inputs));
}

function record(
  backend: TraceBackend,
  run: TensorFunction,
  inputs: Readonly<Record<string, InputSpec>>,
): Graph {
  const builder = backend.begin();
  const engine = tf.engine();
  engine.startScope('trace');
  try {
    const tensors: Tensors = {};
    for (const [name, { shape, type = 'float32' }] of Object.entries(inputs)) {
      const info = backend.register(symbol(builder.input(name, shape, type), shape, type));
      tensors[name] = engine.makeTensorFromDataId(info.dataId, [...shape], type, backend);
    }
    const results = withUserFrames(() => withTapeFreed(() => run(tensors)));
    const outputs: Port[] = Object.entries(results).map(([name, tensor]) => {
      const result = backend.symbolOf(tensor, `Output ${name}`);
      const value = materialise(builder, result);
      builder.nodes.push({
        op: 'Identity',
        domain: '',
        inputs: [value],
        outputs: [`out:${name}`],
        attributes: {},
      });
      return { name: `out:${name}`, type: result.type, shape: result.shape };
    });
    const { nodes, constants, work, shapes } = builder;
    return simplify({ nodes, constants, inputs: builder.inputs, outputs, work, shapes });
  } finally {
    engine.endScope();
  }
}
