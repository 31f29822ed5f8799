import { availableParallelism } from 'node:os';
import { NoetherError } from '@noether/contracts';
import type { Engine } from './engine.js';
import { onnxEngine, type OnnxRuntime } from './onnx.js';

/** Below this many operations a step, threads cost more by waking up than they bring. */
const THREADED_WORK = 3e8;

export interface OnnxNativeOptions {
  /** At most; default the processors this process may use. Small functions run on one. */
  readonly threads?: number;
}

/**
 * onnxruntime's native library (npm package `onnxruntime-node`, an optional dependency).
 * @throws NoetherError `engine-unavailable` with the reason when it does not load
 */
export async function onnxNativeEngine(options: OnnxNativeOptions = {}): Promise<Engine> {
  const threads = options.threads ?? availableParallelism();
  let runtime: OnnxRuntime & { env: { versions: { node?: string; common: string } } };
  try {
    const module = (await import('onnxruntime-node')) as unknown as {
      default?: typeof runtime;
    } & typeof runtime;
    runtime = module.InferenceSession ? module : (module.default as typeof runtime);
  } catch (cause) {
    throw new NoetherError('The package onnxruntime-node does not load.', {
      code: 'engine-unavailable',
      argument: 'onnx-native',
      hint: 'Install it with: npm install onnxruntime-node --onnxruntime-node-install=skip',
      cause,
    });
  }
  const version = runtime.env.versions.node ?? runtime.env.versions.common;
  const description = `onnx-native (onnxruntime ${version}, ${threads} ${threads === 1 ? 'thread' : 'threads'})`;
  return onnxEngine(
    'onnx-native',
    description,
    runtime,
    ({ work }) => ({
      intraOpNumThreads: work < THREADED_WORK ? 1 : threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      executionMode: 'sequential',
      logSeverityLevel: 3,
    }),
    true,
  );
}
