import { Worker } from 'node:worker_threads';
import { type EquationWorkers, type WorkerPort, workerPool } from './equation-workers.js';
import { checkCount } from './web-workers.js';
import type { WorkerReply } from './worker-messages.js';

/**
 * Threads of Node for `fitStream`. To start one takes some 50 ms, so keep them for all fits of a program; they do
 * not keep it from ending.
 * @throws NoetherError when `count` is not 1, 2, …
 */
export function nodeWorkers(count: number): EquationWorkers {
  checkCount(count);
  return workerPool(Array.from({ length: count }, () => portOf(startWorker())));
}

function startWorker(): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./node-worker.${extension}`, import.meta.url));
}

function portOf(worker: Worker): WorkerPort {
  worker.unref();
  return {
    send: (request, transfer) => worker.postMessage(request, transfer),
    listen(onReply, onFailure) {
      worker.on('message', (reply: WorkerReply) => onReply(reply));
      worker.on('error', ({ message }) => onFailure(message));
      worker.on('exit', (code) => onFailure(`exit code ${code}`));
    },
    hold: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    end: async () => {
      await worker.terminate();
    },
  };
}
