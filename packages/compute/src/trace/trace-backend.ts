import * as tf from '@tensorflow/tfjs';
import { NoetherError } from '@noether/contracts';
import { lowerings } from '../lower/lowerings.js';
import { GraphBuilder } from './graph.js';
import { checkShapes } from './check-shapes.js';
import { currentUserFrame } from './user-frame.js';
import {
  constantData,
  elementType,
  sameShape,
  symbol,
  uniform,
  type SymbolicTensor,
} from './symbol.js';

export const TRACE_BACKEND = 'noether-trace';

/**
 * A tfjs back-end that computes nothing: its kernels append nodes to a graph and hand out symbols.
 * tfjs drives it as any other back-end, so gradients are tfjs' own.
 */
export class TraceBackend extends tf.KernelBackend {
  builder: GraphBuilder = new GraphBuilder();
  #symbols = new WeakMap<object, SymbolicTensor>();

  begin(): GraphBuilder {
    this.builder = new GraphBuilder();
    this.#symbols = new WeakMap();
    return this.builder;
  }

  register(tensor: SymbolicTensor): tf.TensorInfo {
    const dataId = {};
    this.#symbols.set(dataId, tensor);
    this.builder.shapes.set(tensor.value, tensor.stored);
    return { dataId, shape: [...tensor.shape], dtype: tensor.type as tf.DataType };
  }

  symbolOf(tensor: tf.TensorInfo, role: string): SymbolicTensor {
    const known = this.#symbols.get(tensor.dataId);
    if (known === undefined) {
      const where = `[${tensor.shape.join(', ')}]${currentUserFrame()}`;
      throw new NoetherError(`${role} is a tensor from outside of the traced function, ${where}.`, {
        code: 'foreign-tensor',
        hint: 'Pass it in as an input, or create it inside of the function.',
      });
    }
    return sameShape(known.shape, tensor.shape)
      ? known
      : symbol(known.value, tensor.shape, known.type, known.stored);
  }

  override write(
    values: tf.backend_util.BackendValues,
    shape: number[],
    dtype: tf.DataType,
  ): object {
    return this.register(this.constant(values, shape, dtype)).dataId;
  }

  override move(
    dataId: object,
    values: tf.backend_util.BackendValues,
    shape: number[],
    dtype: tf.DataType,
  ): void {
    this.#symbols.set(dataId, this.constant(values, shape, dtype));
  }

  /** One number where all are the same: tfjs writes the gradient of a mean as a tensor of ones. */
  private constant(
    values: tf.backend_util.BackendValues,
    shape: number[],
    dtype: tf.DataType,
  ): SymbolicTensor {
    const type = elementType(dtype);
    const numbers = values as Float32Array;
    // A tensor of bools comes with booleans or numbers.
    const first: unknown = numbers[0];
    if (numbers.length > 1 && numbers.every((value) => Object.is(value, first))) {
      return uniform(this.builder, Number(first), shape, type);
    }
    return symbol(this.builder.constant(constantData(numbers, type), shape, type), shape, type);
  }

  override readSync(dataId: object): never {
    const { value, shape } = this.#symbols.get(dataId) ?? { value: '', shape: [] };
    const made = this.builder.nodes.find(({ outputs }) => outputs.includes(value));
    const origin = made ? `the [${shape.join(', ')}] that ${made.op} made` : 'an input or constant';
    throw new NoetherError(
      `A value was read while the function was traced${currentUserFrame()}: ${origin}.`,
      {
        code: 'read-in-trace',
        ...(made && { argument: made.op }),
        hint: 'data(), dataSync(), array() and branching on tensor values do not work inside a compiled function; compute with tensors and return what you need.',
      },
    );
  }

  override read(dataId: object): never {
    return this.readSync(dataId);
  }

  override numDataIds(): number {
    return 0;
  }

  override disposeData(): boolean {
    return true;
  }

  override incRef(): void {}

  decRef(): void {}

  override refCount(): number {
    return 1;
  }

  override timerAvailable(): boolean {
    return false;
  }

  override floatPrecision(): 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }
}

/** The trace back-end, registered with tfjs on first use. */
export function traceBackend(): TraceBackend {
  const known = tf.findBackend(TRACE_BACKEND);
  if (known) return known as TraceBackend;
  const backend = new TraceBackend();
  tf.registerBackend(TRACE_BACKEND, () => backend, 0);
  const names = new Set([
    ...Object.keys(lowerings),
    ...tf.getKernelsForBackend('cpu').map((kernel) => kernel.kernelName),
  ]);
  for (const kernelName of names) {
    tf.registerKernel({
      kernelName,
      backendName: TRACE_BACKEND,
      kernelFunc: ({ inputs, attrs }) => runLowering(backend, kernelName, inputs, attrs ?? {}),
    });
  }
  return backend;
}

function runLowering(
  backend: TraceBackend,
  kernel: string,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
): tf.TensorInfo | tf.TensorInfo[] {
  const lowering = lowerings[kernel];
  const shapes = Object.entries(inputs)
    .flatMap(([name, tensor]) =>
      tensor ? [`${name} ${tensor.dtype} [${tensor.shape.join(', ')}]`] : [],
    )
    .join('; ');
  if (lowering === undefined) {
    throw new NoetherError(
      `The tfjs operation ${kernel} (${shapes}) cannot be compiled; it was called${currentUserFrame()}.`,
      {
        code: 'unknown-operation',
        argument: kernel,
        hint: 'Write it with other operations, or use the tfjs engine, which runs all of them.',
      },
    );
  }
  const symbols: Record<string, SymbolicTensor> = {};
  for (const [name, tensor] of Object.entries(inputs)) {
    if (tensor) symbols[name] = backend.symbolOf(tensor, `Input ${name} of ${kernel}`);
  }
  try {
    checkShapes(kernel, symbols, attributes);
    const result = lowering(backend.builder, symbols, attributes);
    return Array.isArray(result)
      ? result.map((tensor: SymbolicTensor) => backend.register(tensor))
      : backend.register(result as SymbolicTensor);
  } catch (cause) {
    if (cause instanceof NoetherError) throw cause;
    throw new NoetherError(
      `Tracing ${kernel} (${shapes}) failed${currentUserFrame()}: ${(cause as Error).message}.`,
      { code: 'trace-failed', argument: kernel, cause },
    );
  }
}
