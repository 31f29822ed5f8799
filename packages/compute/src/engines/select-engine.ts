import { NoetherError } from '@noether/contracts';
import { candidates, namedCandidates, type Candidate } from './candidates.js';
import type { Engine } from './engine.js';
import { fastestOf } from './fastest.js';

const EVERY: readonly Candidate[] = [...candidates, ...namedCandidates];

/**
 * Names that {@link selectEngine} knows; `tfjs` stands for its first back-end that starts, `fastest`
 * for the engine that turns out to run the first function it is given fastest.
 */
export const engineNames: readonly string[] = [...EVERY.map(({ name }) => name), 'tfjs', 'fastest'];

/** What became of an engine that was tried. */
export interface EngineReport {
  readonly name: string;
  /** Description of the engine, or null when it does not load. */
  readonly description: string | null;
  /** Why it does not load and what to install, or null. */
  readonly problem: string | null;
}

/**
 * Loads the engine called `name`, by default the one that the environment variable NOETHER_ENGINE
 * names, or else the first that loads: tfjs on a CUDA device where `@tensorflow/tfjs-node-gpu` is
 * installed, onnx-native, onnx-wasm, then tfjs on tensorflow, wasm, cpu. `report` hears of every
 * engine that was tried.
 * @param threads that onnx-native may use at most; default the processors. The numbers of wide networks depend on
 *   it in their last digits
 * @throws NoetherError `unknown-engine`, or `engine-unavailable` when the engine asked for by name
 * does not load
 */
export async function selectEngine(
  name: string | undefined = engineOfEnvironment(),
  report: (result: EngineReport) => void = () => {},
  threads?: number,
): Promise<Engine> {
  if (name !== undefined && !engineNames.includes(name)) {
    throw new NoetherError(`There is no engine called "${name}".`, {
      code: 'unknown-engine',
      argument: 'engine',
      value: name,
      hint: `Known are ${engineNames.join(', ')}.`,
    });
  }
  if (name === 'fastest') {
    const engine = fastestOf(() => {}, threads);
    report({ name, description: engine.description, problem: null });
    return engine;
  }
  return firstThatLoads(wanted(name), report, threads);
}

function wanted(name: string | undefined): readonly Candidate[] {
  if (name === undefined) return candidates;
  if (name === 'tfjs') return candidates.filter((candidate) => candidate.name.startsWith('tfjs-'));
  return EVERY.filter((candidate) => candidate.name === name);
}

async function firstThatLoads(
  tried: readonly Candidate[],
  report: (result: EngineReport) => void,
  threads?: number,
): Promise<Engine> {
  let failure: unknown;
  for (const candidate of tried) {
    try {
      const engine = await candidate.load(threads);
      report({ name: candidate.name, description: engine.description, problem: null });
      return engine;
    } catch (cause) {
      failure = cause;
      report({ name: candidate.name, description: null, problem: (cause as Error).message });
    }
  }
  throw failure;
}

/** Empty is unset; browsers have no environment. */
function engineOfEnvironment(): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.NOETHER_ENGINE || undefined;
}

/** Tries every engine of this machine. */
export async function examineEngines(): Promise<EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const candidate of EVERY) {
    await firstThatLoads([candidate], (result) => reports.push(result)).catch(() => undefined);
  }
  return reports;
}
