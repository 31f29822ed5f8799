import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NoetherError } from '@noether/contracts';
import { hasEnded, holderIn, isAnotherHere, thisProcess, type LockHolder } from './lock-holder.js';
import { makeFolder } from './make-folder.js';

/** Milliseconds in which a process that was told to stop ends; the children of a killed one need a moment. */
const PATIENCE = 2000;
const PAUSE = 50;

/**
 * Does `work` as the only one that writes to the folder, of all processes and calls. Its sign is `lock.json` with
 * the process, which is removed at the end; one that a killed process of this host left is taken over. Makes the
 * folder, and removes it at the end when nothing came to lie in it.
 * @param patience milliseconds to wait for another process of this host to end
 * @throws NoetherError `folder-locked` when another process or call writes to it, or one of another host may
 */
export async function withFolderLock<T>(
  folder: string,
  work: () => Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  const path = join(folder, 'lock.json');
  const own = `${JSON.stringify(thisProcess())}\n`;
  await take(folder, path, own, patience);
  try {
    return await work();
  } finally {
    if (contentOf(path) === own) rmSync(path, { force: true });
    await rmdir(folder).catch(() => undefined);
  }
}

async function take(folder: string, path: string, own: string, patience: number): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    // In every round, because whoever had the folder may have removed it.
    await makeFolder(folder);
    const late = performance.now() >= end;
    const other = acquire(path, own, late);
    if (other === null) return;
    if (other && (late || !isAnotherHere(other))) throw locked(folder, path, other);
    await setTimeout(PAUSE);
  }
}

/**
 * Makes a lock this process's own: one that is free, or one that a process left that has ended. Whoever replaces a
 * stale lock holds the right to do so, a lock of its own beside it, which then takes its place in one step: at no
 * moment is the lock of a living process away.
 * @param late whether half a lock is believed to be one of a process that was killed while it wrote
 * @returns null when it is done, else whose it is, undefined when that is not known yet
 */
function acquire(path: string, own: string, late: boolean): LockHolder | null | undefined {
  if (create(path, own)) return null;
  const found = contentOf(path);
  if (found === undefined) return undefined;
  const holder = holderIn(found);
  if (holder ? !hasEnded(holder) : !late) return holder;
  const right = `${path}.next`;
  const before = acquire(right, own, late);
  if (before !== null) return before;
  if (contentOf(path) !== found) {
    // A quicker process has replaced it, and given the right back.
    rmSync(right, { force: true });
    return undefined;
  }
  renameSync(right, path);
  return null;
}

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw cause;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    return undefined;
  }
}

function locked(folder: string, path: string, { pid, host }: LockHolder): NoetherError {
  return new NoetherError(`${folder} is being written by process ${pid} on ${host}.`, {
    code: 'folder-locked',
    argument: 'out',
    value: folder,
    hint: `Wait for it, stop it, or choose another folder; if it is no run of Noether any more, delete ${path}.`,
  });
}
