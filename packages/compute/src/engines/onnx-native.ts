import type { InferenceSession } from 'onnxruntime-common';
import { NoetherError } from '@noether/contracts';
import { encodeModel } from '../onnx/encode-model.js';
import type { Graph } from '../trace/graph.js';
import { blockedConvolutions } from '../trace/blocked-convolutions.js';
import { rowBlocks } from '../trace/row-blocks.js';
import { channelBlock } from './channel-block.js';
import type { Engine } from './engine.js';
import {
  missingForProvider,
  providerUnavailable,
  type ExecutionProvider,
} from './execution-provider.js';
import { onnxEngine, type OnnxRuntime } from './onnx.js';

/** Below this many operations a step, threads cost more by waking up than they bring. */
const THREADED_WORK = 3e8;

export interface OnnxNativeOptions {
  /** At most; default the processors this process may use. Small functions run on one. */
  readonly threads?: number | undefined;
  /** Default the processor. What a provider cannot do runs on the processor. */
  readonly provider?: ExecutionProvider;
}

export type NativeRuntime = OnnxRuntime & { env: { versions: { node?: string; common: string } } };

/**
 * onnxruntime's native library (npm package `onnxruntime-node`, an optional dependency).
 * @throws NoetherError `engine-unavailable` with the reason when it or its provider does not load
 */
export async function onnxNativeEngine(options: OnnxNativeOptions = {}): Promise<Engine> {
  const { provider } = options;
  const runtime = await loadOnnxNative();
  if (provider) await startProvider(runtime, provider);
  const threads = options.threads ?? (await import('node:os')).availableParallelism();
  const version = runtime.env.versions.node ?? runtime.env.versions.common;
  const place = provider ?? `${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  return onnxEngine(
    'onnx-native',
    `onnx-native (onnxruntime ${version}, ${place})`,
    runtime,
    ({ work }) => ({
      ...(provider && { executionProviders: [provider, 'cpu'] }),
      intraOpNumThreads: work < THREADED_WORK ? 1 : threads,
      interOpNumThreads: 1,
      // One level more would wrap poolings in reorderings of their images, for convolutions with fixed filters.
      graphOptimizationLevel: 'extended',
      executionMode: 'sequential',
      // A plan of all buffers at once takes up to 1 GB more (batch 8192) and saves no time.
      enableMemPattern: false,
      logSeverityLevel: 4,
    }),
    true,
    provider ? undefined : await processorGraph(runtime),
  );
}

/** What is done to a graph before onnxruntime's native library runs it on this processor. */
export async function processorGraph(runtime: OnnxRuntime): Promise<(graph: Graph) => Graph> {
  const block = await channelBlock(runtime);
  if (block === undefined) return rowBlocks;
  return (graph) => rowBlocks(blockedConvolutions(graph, block));
}

/**
 * The package onnxruntime-node itself.
 * @throws NoetherError `engine-unavailable`
 */
export async function loadOnnxNative(): Promise<NativeRuntime> {
  try {
    const module = (await import('onnxruntime-node')) as unknown as {
      default?: NativeRuntime;
    } & NativeRuntime;
    return module.InferenceSession ? module : (module.default as NativeRuntime);
  } catch (cause) {
    throw new NoetherError('The package onnxruntime-node does not load.', {
      code: 'engine-unavailable',
      argument: 'onnx-native',
      hint: 'Install it with: npm install onnxruntime-node --onnxruntime-node-install=skip',
      cause,
    });
  }
}

/** Runs one operation, because a provider fails no sooner than with its first session. */
async function startProvider(runtime: OnnxRuntime, provider: ExecutionProvider): Promise<void> {
  const missing = await missingForProvider(provider);
  if (missing !== undefined) throw providerUnavailable(provider, missing);
  const options: InferenceSession.SessionOptions = {
    executionProviders: [provider],
    logSeverityLevel: 4,
  };
  try {
    const session = await runtime.InferenceSession.create(encodeModel(oneOperation), options);
    await session.run({ x: new runtime.Tensor('float32', Float32Array.of(1, -1), [2]) });
    await session.release();
  } catch (cause) {
    throw providerUnavailable(provider, lastSentence((cause as Error).message), cause);
  }
}

const pair = { type: 'float32', shape: [2] } as const;
const oneOperation: Graph = {
  nodes: [{ op: 'Relu', domain: '', inputs: ['x'], outputs: ['y'], attributes: {} }],
  constants: new Map(),
  inputs: [{ name: 'x', ...pair }],
  outputs: [{ name: 'y', ...pair }],
  work: 0,
};

/** Of a message with source files and conditions of C++, what it says in the end. */
function lastSentence(message: string): string {
  const text = message.trim().replace(/\.$/, '');
  return text.slice(text.lastIndexOf('. ') + 1).trim();
}
