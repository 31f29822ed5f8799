import { NoetherError } from '@noether/contracts';
import type { Engine } from './engine.js';
import { onnxEngine, type OnnxRuntime } from './onnx.js';

/**
 * onnxruntime as WebAssembly (npm package `onnxruntime-web`): runs wherever JavaScript does.
 * @throws NoetherError `engine-unavailable` with the reason when it does not load
 */
export async function onnxWasmEngine(): Promise<Engine> {
  let runtime: OnnxRuntime & {
    env: { versions: { web?: string; common: string }; wasm: { numThreads?: number } };
  };
  try {
    const module = (await import('onnxruntime-web')) as unknown as {
      default?: typeof runtime;
    } & typeof runtime;
    runtime = module.InferenceSession ? module : (module.default as typeof runtime);
  } catch (cause) {
    throw new NoetherError('The package onnxruntime-web does not load.', {
      code: 'engine-unavailable',
      argument: 'onnx-wasm',
      hint: 'Install it with: npm install onnxruntime-web',
      cause,
    });
  }
  // Worker threads of the WASM build cost more than they bring on networks of this size.
  runtime.env.wasm.numThreads = 1;
  const version = runtime.env.versions.web ?? runtime.env.versions.common;
  const session = {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    logSeverityLevel: 4,
  } as const;
  const description = `onnx-wasm (onnxruntime ${version}, 1 thread)`;
  return onnxEngine('onnx-wasm', description, runtime, () => session, false);
}
