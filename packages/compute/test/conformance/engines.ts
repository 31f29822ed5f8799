import {
  onnxNativeEngine,
  onnxWasmEngine,
  selectEngine,
  tfjsEngine,
  type Engine,
} from '../../src/index.js';
import type { Gap } from './gap.js';
import { tensorflowGaps } from './tensorflow-gaps.js';
import { wasmGaps } from './wasm-gaps.js';

/** What is listed of each engine; the compiled ones have no gaps. */
export const gaps: Readonly<Record<string, readonly Gap[]>> = {
  'tfjs-wasm': wasmGaps,
  'tfjs-tensorflow': tensorflowGaps,
  'tfjs-tensorflow-gpu': tensorflowGaps,
};

const usual: Readonly<Record<string, () => Promise<Engine>>> = {
  'onnx-native': () => onnxNativeEngine({ threads: 1 }),
  'onnx-wasm': onnxWasmEngine,
  'tfjs-wasm': () => tfjsEngine('wasm'),
};

/**
 * The engines to be compared with tfjs-cpu: those that every machine has, or those that the
 * environment variable NOETHER_CONFORMANCE_ENGINES names, with commas between them.
 * @throws NoetherError `unknown-engine`, `engine-unavailable`
 */
export async function enginesToCompare(): Promise<ReadonlyMap<string, Engine>> {
  const wanted = process.env.NOETHER_CONFORMANCE_ENGINES?.split(',').map((name) => name.trim());
  const names = wanted ?? Object.keys(usual);
  const engines = new Map<string, Engine>();
  for (const name of names) engines.set(name, await (usual[name] ?? (() => selectEngine(name)))());
  return engines;
}
