// The module that a child process runs: it carries out functions for its parent, and ends with it.
import { NoetherError } from '@noether/contracts';
import type { ChildMessage, ParentMessage } from './child-messages.js';
import { errorMessage } from './error-message.js';
import type { RemoteFunction } from './remote-function.js';
import { thinProgress } from './thin-progress.js';

let stop = new AbortController();

process.on('message', (message: ParentMessage) => {
  if (message.kind === 'stop') stop.abort();
  else void carryOut(message);
});
// Files are whole at every moment, so that it can end in the middle of its work.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// A terminal sends Ctrl-C to all processes; the parent tells what to do.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => stop.abort());

async function carryOut({
  module,
  name,
  input,
}: Extract<ParentMessage, { kind: 'run' }>): Promise<void> {
  stop = new AbortController();
  const { signal } = stop;
  const observe = thinProgress((event) => send({ kind: 'event', event }));
  try {
    const exported = (await import(module)) as Record<string, RemoteFunction<unknown, unknown>>;
    send({ kind: 'done', result: await exported[name].run(input, { observe, signal }) });
  } catch (error) {
    send({ kind: 'failed', error: errorMessage(error === signal.reason ? aborted(error) : error) });
  }
}

function send(message: ChildMessage): void {
  process.send?.(message);
}

function aborted(cause: unknown): NoetherError {
  return new NoetherError('The run was stopped.', { code: 'aborted', cause });
}
