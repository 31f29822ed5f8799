import { NoetherError } from '@noether/contracts';
import { type RowFactoring, rowFactoring } from '../regress/row-factor.js';
import { buffersOf, type WorkerReply, type WorkerRequest } from './worker-messages.js';

/** The work of one worker: takes requests, answers each `reduce` through `reply`. */
export function workerService(
  reply: (message: WorkerReply, transfer: ArrayBuffer[]) => void,
): (request: WorkerRequest) => void {
  const fits = new Map<number, RowFactoring>();
  return (request) => {
    if (request.kind === 'prepare') {
      fits.set(request.fit, rowFactoring(request, request.sides));
      return;
    }
    if (request.kind === 'release') {
      fits.delete(request.fit);
      return;
    }
    const { fit, task, rows, count } = request;
    try {
      const result = fits.get(fit)!(rows, 0, count);
      reply({ task, result, rows }, [result.factor.buffer as ArrayBuffer, ...buffersOf(rows)]);
    } catch (error) {
      reply(failure(task, error), []);
    }
  };
}

function failure(task: number, error: unknown): WorkerReply {
  if (!(error instanceof NoetherError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { task, message, details: { code: 'worker-failed' } };
  }
  const { code, argument, value, hint } = error;
  const message = hint ? error.message.slice(0, -hint.length - 1) : error.message;
  return {
    task,
    message,
    details: {
      ...{ code, value },
      ...(argument === undefined ? {} : { argument }),
      ...(hint === undefined ? {} : { hint }),
    },
  };
}
