import { availableParallelism } from 'node:os';
import { invalidArgument } from '@noether/contracts';

/** How much is done at once. */
export interface Limits {
  readonly parallel: number;
  /** Bytes of memory for all that runs. */
  readonly memory: number;
}

/**
 * As many tasks at once as there are processors for their threads and free memory for.
 * @param asked so many in place of that, whatever their memory
 * @throws NoetherError when `asked` is not 1, 2, …
 */
export function limitsFor(tasks: number, threads: number, asked?: number): Limits {
  if (asked === undefined) {
    const processors = Math.floor(availableParallelism() / threads);
    const parallel = Math.max(1, Math.min(tasks, processors));
    return { parallel, memory: process.availableMemory() };
  }
  if (!Number.isInteger(asked) || asked < 1) {
    throw invalidArgument('parallel', asked, 'it must be a whole number, at least 1');
  }
  return { parallel: asked, memory: Infinity };
}
