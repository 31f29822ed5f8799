import { NoetherError } from '@noether/contracts';

/** How the command ends after an error: what is printed to stderr, and the exit code. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

/** Errors of the system that a user can mend, by their code in Node. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'Not allowed to read or write',
  EPERM: 'Not allowed to read or write',
  EISDIR: 'This is a folder, not a file',
  EEXIST: 'A part of this path is a file, not a folder',
  ENOTDIR: 'A part of this path is a file, not a folder',
  ENOSPC: 'The disk is full',
  EROFS: 'The disk is read-only',
};

/**
 * Bad input is one clear message and exit code 2; a process of a seed that was killed or crashed is one with what it
 * wrote last and exit code 1; anything unforeseen is a stack and exit code 1. With `debug` every failure comes with
 * its stack.
 */
export function describeFailure(error: unknown, debug: boolean): Failure {
  const known = knownMessage(error);
  if (known === null) {
    return { text: `noether: unexpected failure\n${stackOf(error)}`, exitCode: 1 };
  }
  const crashed = hasCrashed(error);
  const details = debug ? `\n${stackOf(error)}` : crashed ? lastWords(error) : '';
  return { text: `noether: ${known}${details}`, exitCode: crashed ? 1 : 2 };
}

/** Whether it tells of a process that was killed or crashed, as when memory ran out. */
export function hasCrashed(error: unknown): error is NoetherError {
  return error instanceof NoetherError && error.code === 'process-ended';
}

function lastWords({ cause }: NoetherError): string {
  return cause instanceof Error ? `\nThe last that it wrote:\n${cause.message}` : '';
}

/** An error with how to go on after it. */
export function withWayOn({ message, code, cause }: NoetherError, way: string): NoetherError {
  return new NoetherError(message, { code, hint: way, cause });
}

function knownMessage(error: unknown): string | null {
  if (error instanceof NoetherError) return error.message;
  const { code, path } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  const what = code === undefined ? undefined : SYSTEM[code];
  return what !== undefined && path !== undefined ? `${what}: ${path}` : null;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${stackOf(error.cause)}`;
  return (error.stack ?? error.message) + cause;
}
