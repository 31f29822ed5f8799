import { availableParallelism } from 'node:os';
import { invalidArgument } from '@noether/contracts';

/** What is to be done at once. */
export interface Demand {
  readonly tasks: number;
  /** Of each task. */
  readonly threads: number;
  /** Bytes of memory of the largest task, about. */
  readonly memory: number;
}

/**
 * How many tasks to do at once: as many as there are processors for their threads and free memory for.
 * @param asked in place of that number
 * @throws NoetherError when `asked` is not 1, 2, …
 */
export function processesFor({ tasks, threads, memory }: Demand, asked?: number): number {
  if (asked === undefined) {
    const processors = Math.floor(availableParallelism() / threads);
    const room = Math.floor(process.availableMemory() / memory);
    return Math.max(1, Math.min(tasks, processors, room));
  }
  if (!Number.isInteger(asked) || asked < 1) {
    throw invalidArgument('parallel', asked, 'it must be a whole number, at least 1');
  }
  return asked;
}
