import { type Observer, NoetherError } from '@noether/contracts';
import { childRunner } from './child-runner.js';
import type { Limits } from './limits-for.js';
import type { RemoteFunction } from './remote-function.js';
import { localRunner, type Runner } from './runner.js';

/** How a function takes its turn. */
export interface Turn {
  /** What errors call it, e.g. `seed 3 in runs/ten/seed-3`. */
  readonly name: string;
  /** Of all that wait the one with the lowest number comes first, of equals the earliest. */
  readonly order: number;
  /** Bytes that it takes, about. */
  readonly memory: number;
  /** Called when it is its turn; gives what hears of it. */
  begin(): Observer;
}

/** Carries out functions, some at once. */
export interface Pool {
  /**
   * The result does not depend on how many run at once. An error that a function throws stops all others;
   * a process that ends by accident fails with `process-ended`, and the others go on.
   * @throws NoetherError `aborted` when the pool was stopped, and what the function throws
   */
  run<Input, Result>(
    remote: RemoteFunction<Input, Result>,
    input: Input,
    turn: Turn,
  ): Promise<Result>;
  /** Ends the processes, when everything has settled. */
  close(): Promise<void>;
}

interface Waiting {
  readonly order: number;
  readonly memory: number;
  start(runner: Runner, signal: AbortSignal): Promise<unknown>;
  reject(error: Error): void;
}

interface Lane {
  runner: Runner | undefined;
  busy: boolean;
}

/**
 * Opens a pool.
 * @param limits how many at once, each in a process of its own; 1: in this process. What takes more memory than
 *   is left waits, unless nothing else runs
 */
export function openPool({ parallel, memory }: Limits, signal?: AbortSignal): Pool {
  const failed = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const waiting: Waiting[] = [];
  const lanes = Array.from({ length: parallel }, (): Lane => ({ runner: undefined, busy: false }));
  let taken = 0;
  const newRunner = (): Runner => (parallel === 1 ? localRunner : childRunner());

  const occupy = async (lane: Lane, next: Waiting): Promise<void> => {
    lane.busy = true;
    taken += next.memory;
    try {
      if (!lane.runner?.alive) lane.runner = newRunner();
      await next.start(lane.runner, stopped);
    } catch (error) {
      if (!hasEnded(error)) failed.abort();
    }
    lane.busy = false;
    taken -= next.memory;
    // What a result gives rise to may have to come before what waits already.
    setImmediate(handOut);
  };
  const handOut = (): void => {
    if (stopped.aborted) {
      for (const { reject } of waiting.splice(0)) reject(abortError());
    }
    while (waiting.length > 0) {
      const idle = lanes.filter(({ busy }) => !busy);
      const lane = idle.find(({ runner }) => runner) ?? idle[0];
      if (!lane) return;
      const next = firstOf(waiting);
      if (taken > 0 && taken + next.memory > memory) return;
      waiting.splice(waiting.indexOf(next), 1);
      void occupy(lane, next);
    }
  };
  return {
    run: (remote, input, { name, order, memory: needed, begin }) =>
      new Promise((resolve, reject) => {
        const start = (runner: Runner, stop: AbortSignal): Promise<unknown> => {
          const work = async (): Promise<unknown> =>
            runner.run(remote, input, { name, observe: begin(), signal: stop }).then(resolve);
          return work().catch((error: unknown) => {
            reject(error as Error);
            throw error;
          });
        };
        waiting.push({ order, memory: needed, start, reject });
        handOut();
      }),
    async close() {
      await Promise.all(lanes.map(async ({ runner }) => runner?.end()));
    },
  };
}

function firstOf(waiting: readonly Waiting[]): Waiting {
  return waiting.reduce((first, next) => (next.order < first.order ? next : first));
}

function hasEnded(error: unknown): boolean {
  return error instanceof NoetherError && error.code === 'process-ended';
}

function abortError(): NoetherError {
  return new NoetherError('The run was stopped.', { code: 'aborted' });
}
