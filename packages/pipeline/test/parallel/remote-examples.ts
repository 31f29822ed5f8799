// Functions for the tests of the pool; children import this module.
import { NoetherError } from '@noether/contracts';
import type { RemoteFunction } from '../../src/parallel/remote-function.js';

const module = import.meta.url;

/** Gives the input back, with the process that it ran in. */
export const echo: RemoteFunction<unknown, { input: unknown; pid: number }> = {
  module,
  name: 'echo',
  run: (input) => Promise.resolve({ input, pid: process.pid }),
};

export const fail: RemoteFunction<'bad-value' | 'no-file', never> = {
  module,
  name: 'fail',
  async run(how) {
    if (how === 'no-file') {
      const { readFile } = await import('node:fs/promises');
      await readFile('/no/such/file');
    }
    throw new NoetherError('width is NaN.', {
      code: 'invalid-argument',
      argument: 'width',
      value: [NaN, () => 1],
      hint: 'Give a number.',
      cause: new RangeError('the reason'),
    });
  },
};

/** Ends its process, by a signal or with a last word. */
export const crash: RemoteFunction<'killed' | 'exit', never> = {
  module,
  name: 'crash',
  run(how) {
    if (how === 'killed') process.kill(process.pid, 'SIGKILL');
    else process.stderr.write('out of memory\n', () => process.exit(7));
    return new Promise(() => setInterval(() => undefined, 1000));
  },
};

/** Tells that it has begun, and lasts until it is stopped. */
export const last: RemoteFunction<null, never> = {
  module,
  name: 'last',
  run(_input, { observe, signal }) {
    observe({ kind: 'note', stage: 'last', message: String(process.pid) });
    return new Promise((_resolve, reject) => {
      const timer = setInterval(() => undefined, 1000);
      const stop = (): void => {
        clearInterval(timer);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    });
  },
};
