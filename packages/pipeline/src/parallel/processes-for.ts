import { availableParallelism } from 'node:os';
import { invalidArgument } from '@noether/contracts';

/** Bytes of free memory that each process must find, as much as a run on large fields takes. */
const ROOM = 3 * 2 ** 30;

/**
 * How many tasks to do at once: as many as there are processors for their threads and room in the free memory.
 * @throws NoetherError when the number asked for is not 1, 2, …
 */
export function processesFor(tasks: number, threads: number, asked?: number): number {
  if (asked === undefined) {
    const processors = Math.floor(availableParallelism() / threads);
    const room = Math.floor(process.availableMemory() / ROOM);
    return Math.max(1, Math.min(tasks, processors, room));
  }
  if (!Number.isInteger(asked) || asked < 1) {
    throw invalidArgument('parallel', asked, 'it must be a whole number, at least 1');
  }
  return asked;
}
