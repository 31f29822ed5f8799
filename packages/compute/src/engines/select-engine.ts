import { NoetherError } from '@noether/contracts';
import type { Engine } from './engine.js';
import { onnxNativeEngine } from './onnx-native.js';
import { onnxWasmEngine } from './onnx-wasm.js';
import { tfjsEngine, type TfjsBackend } from './tfjs.js';

/** One way to run programs, and how to try it. */
interface Candidate {
  readonly name: string;
  load(): Promise<Engine>;
}

const tfjs = (backend: TfjsBackend): Candidate => ({
  name: `tfjs-${backend}`,
  load: () => tfjsEngine(backend),
});

/** In the order in which they are tried. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'onnx-native', load: () => onnxNativeEngine() },
  { name: 'onnx-wasm', load: () => onnxWasmEngine() },
  tfjs('tensorflow'),
  tfjs('wasm'),
  tfjs('cpu'),
];

/** Names that {@link selectEngine} knows; `tfjs` stands for its first back-end that starts. */
export const engineNames: readonly string[] = [...CANDIDATES.map(({ name }) => name), 'tfjs'];

/** What became of an engine that was tried. */
export interface EngineReport {
  readonly name: string;
  /** Description of the engine, or null when it does not load. */
  readonly description: string | null;
  /** Why it does not load and what to install, or null. */
  readonly problem: string | null;
}

/**
 * Loads the engine called `name`, or the first that loads: onnx-native, onnx-wasm, then tfjs eagerly
 * on tensorflow, wasm, cpu. `report` hears of every engine that was tried.
 * @throws NoetherError `unknown-engine`, or `engine-unavailable` when the engine asked for by name
 * does not load
 */
export async function selectEngine(
  name?: string,
  report: (result: EngineReport) => void = () => {},
): Promise<Engine> {
  if (name !== undefined && !engineNames.includes(name)) {
    throw new NoetherError(`There is no engine called "${name}".`, {
      code: 'unknown-engine',
      argument: 'engine',
      value: name,
      hint: `Known are ${engineNames.join(', ')}.`,
    });
  }
  const wanted = CANDIDATES.filter(
    (candidate) =>
      name === undefined ||
      candidate.name === name ||
      (name === 'tfjs' && candidate.name.startsWith('tfjs-')),
  );
  let failure: unknown;
  for (const candidate of wanted) {
    try {
      const engine = await candidate.load();
      report({ name: candidate.name, description: engine.description, problem: null });
      return engine;
    } catch (cause) {
      failure = cause;
      report({ name: candidate.name, description: null, problem: (cause as Error).message });
    }
  }
  throw failure;
}

/** Tries every engine of this machine. */
export async function examineEngines(): Promise<EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const { name } of CANDIDATES) {
    await selectEngine(name, (result) => reports.push(result)).catch(() => undefined);
  }
  return reports;
}
