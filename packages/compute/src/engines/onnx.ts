import type {
  InferenceSession,
  InferenceSessionFactory,
  Tensor,
  TensorConstructor,
} from 'onnxruntime-common';
import * as tf from '@tensorflow/tfjs';
import { encodeModel } from '../onnx/encode-model.js';
import type { TensorFunction } from '../tensor-function.js';
import type { Graph } from '../trace/graph.js';
import { sameShape } from '../trace/symbol.js';
import { trace } from '../trace/trace.js';
import { checkArrays } from './check-arrays.js';
import { encodeInPlace, runInPlace } from './written-in-place.js';
import type { Arrays, CompiledFunction, Engine, EngineName } from './engine.js';
import { runFailure } from './index-out-of-range.js';

/** The part of onnxruntime's JavaScript interface that its Node and its WASM package share. */
export interface OnnxRuntime {
  readonly InferenceSession: InferenceSessionFactory;
  readonly Tensor: TensorConstructor;
}

/** An engine that compiles to ONNX and runs the whole function as one onnxruntime session. */
export function onnxEngine(
  name: EngineName,
  description: string,
  runtime: OnnxRuntime,
  options: (graph: Graph) => InferenceSession.SessionOptions,
  /** Whether the runtime writes into the arrays it is given; otherwise results are copied. */
  writesInPlace: boolean,
  /** What is done to the graph for this runtime's sake. */
  prepare: (graph: Graph) => Graph = (graph) => graph,
): Engine {
  return {
    name,
    description,
    async compile(run, inputs): Promise<CompiledFunction> {
      const graph = prepare(trace(realOutputs(run), inputs));
      const model = writesInPlace ? encodeInPlace(graph) : encodeModel(graph);
      const session = await runtime.InferenceSession.create(model, options(graph));
      const shapes = Object.fromEntries(graph.inputs.map((port) => [port.name, port.shape]));
      const outputs = Object.fromEntries(
        graph.outputs.map((port) => [port.name.slice('out:'.length), port.shape]),
      );
      const wrap = tensorCache(runtime.Tensor);
      return {
        outputs,
        async run(arrays, into): Promise<void> {
          checkArrays(inputs, arrays, outputs, into);
          const feeds = wrapAll(wrap, arrays, shapes, '');
          const fetches = wrapAll(wrap, into, outputs, 'out:');
          try {
            if (writesInPlace) await runInPlace(session, feeds, fetches);
            else copyBack(await session.run(feeds, Object.keys(fetches), SILENT), into);
          } catch (cause) {
            throw runFailure(cause);
          }
        },
        dispose: () => session.release(),
      };
    },
  };
}

/** For onnxruntime-web, which has a level for each run besides that of the session. */
const SILENT = { logSeverityLevel: 4 } as const;

type Wrap = (array: Float32Array | Int32Array, shape: readonly number[]) => Tensor;

/** One onnxruntime tensor for each array, kept: a training step passes the same arrays every time. */
function tensorCache(TensorType: TensorConstructor): Wrap {
  const known = new WeakMap<object, Tensor>();
  return (array, shape) => {
    const cached = known.get(array);
    if (cached && sameShape(cached.dims, shape)) return cached;
    const type = array instanceof Float32Array ? 'float32' : 'int32';
    const tensor = new TensorType(type, array as never, shape as number[]) as Tensor;
    known.set(array, tensor);
    return tensor;
  };
}

function wrapAll(
  wrap: Wrap,
  arrays: Arrays,
  shapes: Readonly<Record<string, readonly number[]>>,
  prefix: string,
): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [prefix + name, wrap(array, shapes[name])]),
  );
}

/** Results are written to float32 arrays, whatever the function computes. */
function realOutputs(run: TensorFunction): TensorFunction {
  return (tensors) =>
    Object.fromEntries(
      Object.entries(run(tensors)).map(([name, tensor]) => [name, tf.cast(tensor, 'float32')]),
    );
}

function copyBack(
  results: InferenceSession.ReturnType,
  into: Readonly<Record<string, Float32Array>>,
): void {
  for (const [name, target] of Object.entries(into)) {
    target.set(results[`out:${name}`].data as Float32Array);
  }
}
