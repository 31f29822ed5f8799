import { availableParallelism } from 'node:os';
import { selectEngine, type Engine } from '@noether/compute';
import { invalidArgument } from '@noether/contracts';

/** What computes. */
export interface EngineChoice {
  /** Name of an engine; default: the first that loads. */
  readonly engine?: string | undefined;
  /**
   * Threads that the engine may use at most, of those that heed it onnx-native; default: the processors.
   * Sums of wide layers are cut by their number, so that it decides about their last digits.
   */
  readonly threads?: number | undefined;
}

/**
 * The engine asked for, or the first that loads, with the name under which it is found again and its threads.
 * @throws NoetherError `unknown-engine`, `engine-unavailable`, `invalid-argument` for the threads
 */
export async function loadEngine(
  choice: EngineChoice = {},
): Promise<{ readonly engine: Engine; readonly name: string; readonly threads: number }> {
  const threads = choice.threads ?? availableParallelism();
  if (!Number.isInteger(threads) || threads < 1) {
    throw invalidArgument('threads', threads, 'it must be a whole number, at least 1');
  }
  let name = choice.engine ?? '';
  const hear = (report: { readonly name: string; readonly problem: string | null }): void => {
    if (report.problem === null) ({ name } = report);
  };
  return { engine: await selectEngine(choice.engine, hear, threads), name, threads };
}
