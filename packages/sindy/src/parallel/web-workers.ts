/// <reference lib="dom" />
import { invalidArgument } from '@noether/contracts';
import { type EquationWorkers, type WorkerPort, workerPool } from './equation-workers.js';
import type { WorkerReply } from './worker-messages.js';

/**
 * Workers of a browser for `fitStream`.
 * @param create makes one that runs the module `@noether/sindy/worker`:
 *   `() => new Worker(new URL('@noether/sindy/worker', import.meta.url), { type: 'module' })`
 * @throws NoetherError when `count` is not 1, 2, …
 */
export function webWorkers(count: number, create: () => Worker): EquationWorkers {
  checkCount(count);
  return workerPool(Array.from({ length: count }, () => portOf(create())));
}

/** @throws NoetherError when `count` is not 1, 2, … */
export function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 1) {
    throw invalidArgument('count', count, 'give a whole number, 1 or more');
  }
}

function portOf(worker: Worker): WorkerPort {
  return {
    send: (request, transfer) => worker.postMessage(request, transfer),
    listen(onReply, onFailure) {
      worker.addEventListener('message', ({ data }) => onReply(data as WorkerReply));
      worker.addEventListener('error', ({ message }) => onFailure(message));
    },
    hold: () => undefined,
    end: async () => worker.terminate(),
  };
}
