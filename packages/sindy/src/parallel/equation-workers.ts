import { NoetherError } from '@noether/contracts';
import type { Library } from '../library/library.js';
import type { DataRows } from '../regress/row-factor.js';
import type { Reducer, Reduction } from './reducer.js';
import { buffersOf, type WorkerReply, type WorkerRequest } from './worker-messages.js';

/** Threads that evaluate libraries and factor rows, for `fitStream`; several fits may share them. */
export interface EquationWorkers {
  readonly count: number;
  /** Makes the workers ready for one fit. */
  reducer(library: Library, sides: readonly string[]): Reducer;
  /** Ends the threads; reductions under way fail. */
  close(): Promise<void>;
}

/** A worker of whatever kind. */
export interface WorkerPort {
  send(request: WorkerRequest, transfer: ArrayBuffer[]): void;
  listen(onReply: (reply: WorkerReply) => void, onFailure: (reason: string) => void): void;
  /** Whether the program shall wait for this worker. */
  hold(isBusy: boolean): void;
  end(): Promise<void>;
}

interface Task {
  readonly worker: number;
  resolve(reduction: Reduction): void;
  reject(error: Error): void;
}

const failed = (reason: string): NoetherError =>
  new NoetherError(`A worker ended: ${reason}.`, {
    code: 'worker-failed',
    argument: 'workers',
    hint: 'Make new workers, or fit without.',
  });

/** Tasks go to the worker with the fewest under way; their results do not depend on which one that is. */
export function workerPool(ports: readonly WorkerPort[]): EquationWorkers {
  const tasks = new Map<number, Task>();
  const load = ports.map(() => 0);
  let lastFit = 0;
  let lastTask = 0;
  let ended: string | undefined;

  const take = (number: number): Task | undefined => {
    const task = tasks.get(number);
    tasks.delete(number);
    if (task && --load[task.worker] === 0) ports[task.worker].hold(false);
    return task;
  };
  const fail = (reason: string): void => {
    ended ??= reason;
    for (const number of [...tasks.keys()]) take(number)?.reject(failed(reason));
  };
  for (const port of ports) {
    port.listen((reply) => {
      const task = take(reply.task);
      if ('result' in reply) task?.resolve(reply);
      else task?.reject(new NoetherError(reply.message, reply.details));
    }, fail);
  }

  const reduce = (fit: number, rows: DataRows, count: number): Promise<Reduction> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) {
        reject(failed(ended));
        return;
      }
      const worker = load.indexOf(Math.min(...load));
      const task = ++lastTask;
      tasks.set(task, { worker, resolve, reject });
      if (load[worker]++ === 0) ports[worker].hold(true);
      ports[worker].send({ kind: 'reduce', fit, task, rows, count }, buffersOf(rows));
    });

  return {
    count: ports.length,
    reducer({ terms, variables }, sides) {
      const fit = ++lastFit;
      const tell = (request: WorkerRequest): void => {
        for (const port of ports) port.send(request, []);
      };
      tell({ kind: 'prepare', fit, terms, variables, sides });
      return {
        depth: 4 * ports.length,
        reduce: (rows, count) => reduce(fit, rows, count),
        release: () => tell({ kind: 'release', fit }),
      };
    },
    async close() {
      fail('it was closed');
      await Promise.all(ports.map((port) => port.end()));
    },
  };
}
