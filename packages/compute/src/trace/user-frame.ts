import { NoetherError } from '@noether/contracts';

/** tfjs puts a dozen frames between an operation and the line that asked for it. */
const FRAMES = 60;
/** Its packages, and the paths that its source maps lead to. */
const TFJS = /@tensorflow[\\/]|[\\/]tfjs[\w-]*[\\/]src[\\/]/;
const LOCATION = /(?:\(|@|\bat (?:async )?)([^()]+:\d+:\d+)\)?$/;
const OPERATION = /(\w+)__op\b/;
/** Compiled files stand beside sources, and source maps lead from one to the other. */
const OURS = [new URL('../../src/', import.meta.url), new URL('../../dist/', import.meta.url)];

/**
 * Where in the user's code the calls of a stack began: « at file:line:column», with a word of it if
 * tfjs was on its way back through the gradients; empty where the stack does not tell.
 */
export function userFrame(stack: string | undefined): string {
  const frames = (stack ?? '').split('\n');
  const place = frames.flatMap((frame) => LOCATION.exec(frame.trim())?.[1] ?? []).find(isUsers);
  if (place === undefined) return '';
  const file = place.replace(/^file:\/\//, '');
  const backwards = frames.some((frame) => frame.includes('backpropagateGradients'));
  return backwards ? ` in the gradient taken at ${file}` : ` at ${file}`;
}

function isUsers(place: string): boolean {
  if (TFJS.test(place) || /^(?:node:|<anonymous>)/.test(place)) return false;
  return !OURS.some(({ href, pathname }) => place.startsWith(href) || place.startsWith(pathname));
}

/** {@link userFrame} of the call that is running. */
export function currentUserFrame(): string {
  return userFrame(new Error('position').stack);
}

/**
 * Runs a function of tfjs operations. What tfjs itself finds wrong with them becomes an error with
 * the operation and the line of the user's code; every other error comes through unchanged.
 * @throws NoetherError `trace-failed`
 */
export function withUserFrames<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  try {
    return work();
  } catch (cause) {
    throw cause instanceof Error && isTfjs(cause) ? operationFailed(cause) : cause;
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Whether an error was made by a line of tfjs. */
function isTfjs(error: Error): boolean {
  if (error instanceof NoetherError) return false;
  const first = (error.stack ?? '').split('\n').find((frame) => LOCATION.test(frame.trim()));
  return first !== undefined && TFJS.test(first);
}

function operationFailed(cause: Error): NoetherError {
  const frames = (cause.stack ?? '').split('\n');
  const place = frames.findIndex((frame) => isUsers(LOCATION.exec(frame.trim())?.[1] ?? 'node:'));
  const inTfjs = frames.slice(0, place < 0 ? frames.length : place);
  const operation = inTfjs.flatMap((frame) => OPERATION.exec(frame)?.[1] ?? []).at(-1);
  const subject = operation === undefined ? 'tfjs' : `The operation ${operation}`;
  const reason = cause.message.replace(/^Error in \w+: +/, '').replace(/\.$/, '');
  return new NoetherError(`${subject} failed${userFrame(cause.stack)}: ${reason}.`, {
    code: 'trace-failed',
    ...(operation !== undefined && { argument: operation }),
    cause,
  });
}
