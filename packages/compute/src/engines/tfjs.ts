import * as tf from '@tensorflow/tfjs';
import { NoetherError } from '@noether/contracts';
import type { InputSpec, TensorFunction, Tensors } from '../tensor-function.js';
import { withUserFrames } from '../trace/user-frame.js';
import { withBackend } from '../with-backend.js';
import { withTapeFreed } from '../with-tape-freed.js';
import { checkArrays } from './check-arrays.js';
import type { Arrays, CompiledFunction, Engine } from './engine.js';
import { runFailure } from './index-out-of-range.js';

/**
 * tfjs back-ends the eager engine can use. `tensorflow` comes from tfjs-node(-gpu); `tensorflow-gpu`
 * is the same with a CUDA device, or nothing.
 */
export type TfjsBackend = 'tensorflow-gpu' | 'tensorflow' | 'wasm' | 'cpu';

const PACKAGES: Readonly<Record<TfjsBackend, readonly string[]>> = {
  'tensorflow-gpu': ['@tensorflow/tfjs-node-gpu'],
  tensorflow: ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'],
  wasm: ['@tensorflow/tfjs-backend-wasm'],
  cpu: [],
};

/**
 * Runs tensor functions operation by operation on a tfjs back-end: the reference that the compiled
 * engines are tested against, and the way to `@tensorflow/tfjs-node-gpu`.
 * @throws NoetherError `engine-unavailable` when the back-end's package is missing or does not start
 */
export async function tfjsEngine(backend: TfjsBackend = 'cpu'): Promise<Engine> {
  await loadBackend(backend);
  const registered = backend === 'tensorflow-gpu' ? 'tensorflow' : backend;
  return {
    name: 'tfjs',
    description: `tfjs (${backend}, version ${tf.version_core})`,
    // Asynchronous, so that every failure is a rejection as with the other engines.
    async compile(run, inputs): Promise<CompiledFunction> {
      return eagerFunction(registered, run, inputs);
    },
  };
}

async function loadBackend(backend: TfjsBackend): Promise<void> {
  // The JavaScript back-end greets on the console at its first use; libraries print nothing.
  const greeter = tf.findBackend('cpu') as unknown as { firstUse: boolean } | null;
  if (greeter) greeter.firstUse = false;
  const failures = await importFirst(PACKAGES[backend]);
  const loaded = failures.length < Math.max(1, PACKAGES[backend].length);
  const previous = (tf.getBackend() as string | undefined) ?? 'cpu';
  const gpu = backend === 'tensorflow-gpu';
  const started = loaded && (await tf.setBackend(gpu ? 'tensorflow' : backend));
  const device = started && gpu && usesGpu();
  await tf.setBackend(previous);
  if (started && (device || !gpu)) return;
  throw new NoetherError(
    started
      ? 'The package @tensorflow/tfjs-node-gpu sees no CUDA device.'
      : `The tfjs back-end ${backend} does not start.`,
    {
      code: 'engine-unavailable',
      argument: 'tfjs',
      value: backend,
      hint: started
        ? 'Check the driver and CUDA libraries with nvidia-smi, or use onnx-native.'
        : `Install ${PACKAGES[backend].join(' or ')}. ${failures.join('; ')}`,
    },
  );
}

/** Imports the first of the packages that can be imported; returns what failed before it. */
async function importFirst(names: readonly string[]): Promise<string[]> {
  const failures: string[] = [];
  for (const name of names) {
    try {
      await import(name);
      break;
    } catch (cause) {
      failures.push(`${name}: ${(cause as Error).message.split('\n')[0]}`);
    }
  }
  return failures;
}

/** Of tfjs-node's back-end, which is active. */
function usesGpu(): boolean {
  return (tf.backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice === true;
}

function eagerFunction(
  backend: string,
  run: TensorFunction,
  inputs: Readonly<Record<string, InputSpec>>,
): CompiledFunction {
  const outputs: Record<string, readonly number[]> = {};
  const evaluate = (arrays: Arrays, into: Readonly<Record<string, Float32Array>>): void => {
    tf.tidy(() => {
      const tensors: Tensors = {};
      for (const [name, { shape, type = 'float32' }] of Object.entries(inputs)) {
        tensors[name] = tf.tensor(arrays[name], [...shape], type);
      }
      const results = withUserFrames(() => withTapeFreed(() => run(tensors)));
      for (const [name, tensor] of Object.entries(results)) {
        outputs[name] = tensor.shape;
        into[name]?.set(tensor.dataSync() as Float32Array);
      }
    });
  };
  const zeros = Object.fromEntries(
    Object.entries(inputs).map(([name, { shape, type }]) => {
      const size = shape.reduce((product, extent) => product * extent, 1);
      return [name, type === 'int32' ? new Int32Array(size) : new Float32Array(size)];
    }),
  );
  withBackend(backend, () => evaluate(zeros, {}));
  return {
    outputs,
    async run(arrays, into): Promise<void> {
      checkArrays(inputs, arrays, outputs, into);
      try {
        withBackend(backend, () => evaluate(arrays, into));
      } catch (cause) {
        throw runFailure(cause);
      }
    },
    dispose: () => Promise.resolve(),
  };
}
