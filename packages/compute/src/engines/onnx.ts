import type { InferenceSession, InferenceSessionFactory, Tensor, TensorConstructor } from 'onnxruntime-common';
import { NoetherError, sizeOf } from '@noether/contracts';
import { encodeModel } from '../onnx/encode-model.js';
import type { Graph } from '../trace/graph.js';
import { trace } from '../trace/trace.js';
import type { Arrays, CompiledFunction, Engine, EngineName } from './engine.js';

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
): Engine {
  return {
    name,
    description,
    async compile(run, inputs): Promise<CompiledFunction> {
      const graph = trace(run, inputs);
      const session = await runtime.InferenceSession.create(encodeModel(graph), options(graph));
      const shapes = Object.fromEntries(graph.inputs.map((port) => [port.name, port.shape]));
      const outputs = Object.fromEntries(
        graph.outputs.map((port) => [port.name.slice('out:'.length), port.shape]),
      );
      const wrap = tensorCache(runtime.Tensor);
      return {
        outputs,
        async run(arrays, into): Promise<void> {
          const feeds = wrapAll(wrap, arrays, shapes, '');
          const fetches = wrapAll(wrap, into, outputs, 'out:');
          if (writesInPlace) await session.run(feeds, fetches);
          else copyBack(await session.run(feeds, Object.keys(fetches)), into);
        },
        dispose: () => session.release(),
      };
    },
  };
}

type Wrap = (array: Float32Array | Int32Array, shape: readonly number[]) => Tensor;

/** One onnxruntime tensor for each array, kept: a training step passes the same arrays every time. */
function tensorCache(TensorType: TensorConstructor): Wrap {
  const known = new WeakMap<object, Tensor>();
  return (array, shape) => {
    const cached = known.get(array);
    if (cached) return cached;
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
  const wrapped: Record<string, Tensor> = {};
  for (const [name, array] of Object.entries(arrays)) {
    const shape = shapes[name];
    if (shape === undefined) {
      throw new NoetherError(`The compiled function has no ${prefix ? 'output' : 'input'} ${name}.`, {
        code: 'unknown-port',
        argument: name,
        hint: `It has ${Object.keys(shapes).join(', ')}.`,
      });
    }
    if (array.length !== sizeOf(shape)) {
      throw new NoetherError(
        `${name} has ${array.length} values; the function was compiled for [${shape.join(', ')}].`,
        { code: 'shape-changed', argument: name, value: array.length },
      );
    }
    wrapped[prefix + name] = wrap(array, shape);
  }
  return wrapped;
}

function copyBack(
  results: InferenceSession.ReturnType,
  into: Readonly<Record<string, Float32Array>>,
): void {
  for (const [name, target] of Object.entries(into)) {
    target.set(results[`out:${name}`].data as Float32Array);
  }
}
