import { fork, type ChildProcess } from 'node:child_process';
import { NoetherError } from '@noether/contracts';
import type { ChildMessage, ParentMessage } from './child-messages.js';
import { errorOf } from './error-message.js';
import type { RemoteFunction } from './remote-function.js';
import type { Job, Runner } from './runner.js';

/** Characters of what a child writes to its error stream that are kept, for when it crashes. */
const TAIL = 2000;

interface Running {
  readonly job: Job;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * A process of its own, which lasts until `end`, at the longest as long as this one. What runs in it stops
 * after its step when its signal says so.
 * @throws NoetherError `process-ended` from `run` when the process ends before the function
 */
export function childRunner(): Runner {
  const child = startChild();
  const tell = (message: ParentMessage): void => {
    if (child.connected) child.send(message);
  };
  const tail = tailOf(child);
  let running: Running | undefined;
  let ended: string | undefined;
  const take = (): Running | undefined => {
    const taken = running;
    running = undefined;
    return taken;
  };
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'event') running?.job.observe(message.event);
    else if (message.kind === 'done') take()?.resolve(message.result);
    else take()?.reject(errorOf(message.error));
  });
  const closed = new Promise<void>((resolve) => {
    const close = (how: string): void => {
      ended ??= how;
      const taken = take();
      if (taken) {
        const error = processEnded(taken.job.name, how, tail());
        taken.job.observe({ kind: 'warning', stage: 'process', message: error.message });
        taken.reject(error);
      }
      resolve();
    };
    child.on('error', ({ message }) => close(message));
    // Not `close`, which a child that was disconnected does not emit.
    const heard = new Promise((heardAll) => child.stderr?.on('close', heardAll));
    child.on('exit', (code, signal) => {
      void heard.then(() => close(signal ? `signal ${signal}` : `exit code ${code}`));
    });
  });
  return {
    get alive() {
      return ended === undefined;
    },
    run<Input, Result>({ module, name }: RemoteFunction<Input, Result>, input: Input, job: Job) {
      const stop = (): void => tell({ kind: 'stop' });
      return new Promise<Result>((resolve, reject) => {
        running = { job, resolve: resolve as (result: unknown) => void, reject };
        tell({ kind: 'run', module, name, input });
        job.signal.addEventListener('abort', stop);
        if (job.signal.aborted) stop();
      }).finally(() => job.signal.removeEventListener('abort', stop));
    },
    async end() {
      if (child.connected) child.disconnect();
      await closed;
    },
  };
}

function startChild(): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fork(new URL(`./child.${extension}`, import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function tailOf({ stderr }: ChildProcess): () => string {
  let text = '';
  stderr?.setEncoding('utf8').on('data', (piece: string) => {
    text = (text + piece).slice(-TAIL);
  });
  return () => text.trim();
}

function processEnded(name: string, how: string, tail: string): NoetherError {
  return new NoetherError(`The process of ${name} ended with ${how}.`, {
    code: 'process-ended',
    argument: 'parallel',
    value: how,
    hint: 'Everything else is kept; if memory ran out, run fewer at once.',
    ...(tail !== '' && { cause: new Error(tail) }),
  });
}
