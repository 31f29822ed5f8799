import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that writes to a folder. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When it began, in ticks since its machine did; null where the system does not tell. */
  readonly began: number | null;
}

export function thisProcess(): LockHolder {
  return { pid: process.pid, host: hostname(), began: statusOf(process.pid)?.began ?? null };
}

/** The process that a lock names; undefined for half a file. */
export function holderIn(text: string): LockHolder | undefined {
  try {
    const { pid, host, began } = JSON.parse(text) as Partial<LockHolder>;
    if (!Number.isInteger(pid) || pid! < 1 || typeof host !== 'string') return undefined;
    return { pid: pid!, host, began: began ?? null };
  } catch {
    return undefined;
  }
}

/** Whether it is another process of this host. */
export function isAnotherHere({ pid, host }: LockHolder): boolean {
  return host === hostname() && pid !== process.pid;
}

/**
 * Whether a process is known to have ended; never of another host. On Linux its beginning tells it from a later
 * process of the same number.
 */
export function hasEnded({ pid, host, began }: LockHolder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const found = statusOf(pid);
  if (!found) return false;
  return found.dead || (began !== null && found.began !== began);
}

/** What Linux tells of a process; a dead one stays there until its parent has taken notice. */
function statusOf(pid: number): { readonly dead: boolean; readonly began: number } | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field, the name in brackets, may hold anything; fields 3 and 22 are state and beginning.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { dead: ['Z', 'X'].includes(fields[0]), began: Number(fields[19]) };
}
