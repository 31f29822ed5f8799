import type { Engine } from './engine.js';
import { onnxNativeEngine } from './onnx-native.js';
import { onnxWasmEngine } from './onnx-wasm.js';
import { tfjsEngine, type TfjsBackend } from './tfjs.js';

/** One way to run programs, and how to try it. */
export interface Candidate {
  readonly name: string;
  /** @param threads at most; heeded by onnxruntime's native library on the processor */
  load(threads?: number): Promise<Engine>;
}

const tfjs = (backend: TfjsBackend): Candidate => ({
  name: `tfjs-${backend}`,
  load: () => tfjsEngine(backend),
});

/** In the order in which they are tried when none is asked for. */
export const candidates: readonly Candidate[] = [
  tfjs('tensorflow-gpu'),
  { name: 'onnx-native', load: (threads) => onnxNativeEngine({ threads }) },
  { name: 'onnx-wasm', load: () => onnxWasmEngine() },
  tfjs('tensorflow'),
  tfjs('wasm'),
  tfjs('cpu'),
];

/** Taken only when they are asked for by name. */
export const namedCandidates: readonly Candidate[] = (['cuda', 'webgpu'] as const).map(
  (provider) => ({
    name: `onnx-native:${provider}`,
    load: () => onnxNativeEngine({ provider }),
  }),
);
