import { NoetherError } from '@noether/contracts';
import { gradientFunction, programInputs } from '../gradients.js';
import type { Program } from '../program.js';
import type { InputSpec, TensorFunction } from '../tensor-function.js';
import { candidates } from './candidates.js';
import type { CompiledFunction, Engine } from './engine.js';
import { timeFunction } from './time-function.js';

/** How an engine did on a function. */
export interface EngineTiming {
  readonly name: string;
  /** Fastest of a few runs; null where it does not load or cannot run the function. */
  readonly milliseconds: number | null;
  readonly problem: string | null;
}

interface Winner {
  readonly engine: Engine;
  readonly compiled: CompiledFunction;
  readonly milliseconds: number;
}

/** Without a native library: not worth a try beside onnxruntime, which is ten times as fast. */
const LAST_RESORTS = ['tfjs-wasm', 'tfjs-cpu'];

/**
 * The engine on which a step of this program takes the least time here: forward and backward on
 * made-up numbers, five times each. `report` hears how every engine did.
 * @throws NoetherError `engine-unavailable` when no engine can run it
 */
export async function fastestEngine(
  program: Program,
  report: (timing: EngineTiming) => void = () => {},
): Promise<Engine> {
  const winner = await race(gradientFunction(program), programInputs(program), report);
  await winner.compiled.dispose();
  return winner.engine;
}

/** An engine that becomes, with the first function it compiles, the one that runs it fastest. */
export function fastestOf(report: (timing: EngineTiming) => void, threads?: number): Engine {
  let chosen: Engine | undefined;
  return {
    get name() {
      return chosen?.name ?? 'fastest';
    },
    get description(): string {
      return chosen?.description ?? 'the fastest engine, not yet chosen';
    },
    async compile(run, inputs): Promise<CompiledFunction> {
      if (chosen) return chosen.compile(run, inputs);
      const { engine, compiled } = await race(run, inputs, report, threads);
      chosen = engine;
      return compiled;
    },
  };
}

async function race(
  run: TensorFunction,
  inputs: Readonly<Record<string, InputSpec>>,
  report: (timing: EngineTiming) => void,
  threads?: number,
): Promise<Winner> {
  let best: Winner | undefined;
  let failure: unknown;
  for (const { name, load } of candidates) {
    if (best && LAST_RESORTS.includes(name)) continue;
    try {
      const engine = await load(threads);
      const compiled = await engine.compile(run, inputs);
      const milliseconds = await timeFunction(compiled, inputs, best?.milliseconds ?? Infinity);
      report({ name, milliseconds, problem: null });
      const slower = !best || milliseconds < best.milliseconds ? best?.compiled : compiled;
      if (slower !== compiled) best = { engine, compiled, milliseconds };
      await slower?.dispose();
    } catch (cause) {
      failure = cause;
      report({ name, milliseconds: null, problem: (cause as Error).message });
    }
  }
  if (best) return best;
  throw new NoetherError('No engine of this machine can run the function.', {
    code: 'engine-unavailable',
    argument: 'engine',
    hint: (failure as Error).message,
    cause: failure,
  });
}
