import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { withFolderLock } from '../../src/folder/folder-lock.js';
import { thisProcess } from '../../src/folder/lock-holder.js';
import { failure, inFolder } from '../tiny.js';

const done = (): Promise<string> => Promise.resolve('done');

/** Work that tells when it has begun and lasts until it is told to end. */
function lasting(): {
  readonly work: () => Promise<void>;
  readonly begun: Promise<void>;
  readonly end: () => void;
} {
  let begin!: () => void;
  let end!: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => (begin(), ended), begun, end };
}

async function startHolder(folder: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('hold-lock.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

async function leaveLock(folder: string, content: unknown): Promise<string> {
  const path = join(folder, 'lock.json');
  await mkdir(folder, { recursive: true });
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('of two calls in one process the second is refused until the first has ended', async () => {
  await inFolder(async (folder) => {
    const { work, begun, end } = lasting();
    const first = withFolderLock(folder, work);
    await begun;
    const { code, message } = await failure(withFolderLock(folder, done));
    assert.is(code, 'folder-locked');
    const who = `${folder} is being written by process ${process.pid} on ${hostname()}. Wait for it`;
    assert.ok(message.startsWith(who), message);
    end();
    await first;
    assert.is(await withFolderLock(folder, done), 'done');
    assert.not.ok(existsSync(folder), 'an empty folder does not stay');
    const write = (): Promise<void> => writeFile(join(folder, 'run.json'), '');
    await withFolderLock(folder, write);
    assert.equal(await readdir(folder), ['run.json']);
  });
});

test('the lock is given back when the work fails', async () => {
  await inFolder(async (folder) => {
    const broken = withFolderLock(folder, () => Promise.reject(new Error('broken')));
    assert.is((await failure(broken)).message, 'broken');
    assert.is(await withFolderLock(folder, done), 'done');
  });
});

test('another process is waited for, refused by its number, and taken over from once it is killed', async () => {
  await inFolder(async (folder) => {
    const holder = await startHolder(folder);
    try {
      const { code, message } = await failure(withFolderLock(folder, done, 0));
      assert.is(code, 'folder-locked');
      assert.match(message, `by process ${holder.pid} on ${hostname()}`);
      const waiting = withFolderLock(folder, done, 60_000);
      holder.kill('SIGKILL');
      assert.is(await waiting, 'done');
    } finally {
      holder.kill('SIGKILL');
    }
    assert.not.ok(existsSync(folder));
  });
});

test('a lock of a process that ended, or whose number another one has now, is taken over', async () => {
  const { pid: ended } = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  const mine = thisProcess();
  const recycled = mine.began === null ? [] : [{ ...mine, began: mine.began + 1 }];
  for (const holder of [{ ...mine, pid: ended }, ...recycled]) {
    await inFolder(async (folder) => {
      await leaveLock(folder, holder);
      assert.is(await withFolderLock(folder, done, 60_000), 'done');
    });
  }
});

test('of many calls that find a stale lock one gets the folder', async () => {
  await inFolder(async (folder) => {
    await leaveLock(folder, { ...thisProcess(), pid: 2 ** 31 - 1 });
    const { work, end } = lasting();
    const came: string[] = [];
    const note = (what: string): void => {
      if (came.push(what) === 9) end();
    };
    const enter = (): Promise<void> => (note('entered'), work());
    const calls = Array.from({ length: 9 }, () =>
      withFolderLock(folder, enter).catch(({ code }: { code: string }) => note(code)),
    );
    await Promise.all(calls);
    assert.is(came.filter((what) => what === 'entered').length, 1);
    assert.is(came.filter((what) => what === 'folder-locked').length, 8);
  });
});

test('a stale lock is left to the process that is about to replace it, unless that has ended too', async () => {
  const ended = { ...thisProcess(), pid: 2 ** 31 - 1 };
  await inFolder(async (folder) => {
    const path = await leaveLock(folder, ended);
    const other = { ...thisProcess(), pid: process.ppid, began: null };
    await writeFile(`${path}.next`, JSON.stringify(other));
    const { code, message } = await failure(withFolderLock(folder, done, 0));
    assert.is(code, 'folder-locked');
    assert.match(message, `by process ${process.ppid} on`);
    assert.equal((await readdir(folder)).sort(), ['lock.json', 'lock.json.next']);
    await writeFile(`${path}.next`, JSON.stringify({ ...ended, began: 1 }));
    await writeFile(`${path}.next.next`, '{"pid": 1');
    assert.is(await withFolderLock(folder, done, 0), 'done');
    assert.not.ok(existsSync(folder), 'nothing is left of them');
  });
});

test('of several processes that find a stale lock again and again one at a time gets the folder', async () => {
  await inFolder(async (folder) => {
    const script = fileURLToPath(new URL('contend-for-lock.ts', import.meta.url));
    const ends = Array.from({ length: 3 }, async () => {
      const child = spawn(process.execPath, [...process.execArgv, script, folder, '100'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return once(child, 'exit');
    });
    assert.equal(await Promise.all(ends), Array(3).fill([0, null]));
    assert.equal(await readdir(folder), ['lock.json']);
  });
});

test('half a lock is one of a process that was killed while it wrote', async () => {
  for (const half of ['', '{"pid": 12', '{}', '{"pid": 0, "host": "here"}', 'null']) {
    await inFolder(async (folder) => {
      await leaveLock(folder, half);
      assert.is(await withFolderLock(folder, done, 0), 'done');
    });
  }
});

test('a process of another host may still run: its lock is refused until somebody deletes it', async () => {
  await inFolder(async (folder) => {
    const path = await leaveLock(folder, { pid: 7, host: 'elsewhere', began: 1 });
    const { code, message } = await failure(withFolderLock(folder, done));
    assert.is(code, 'folder-locked');
    assert.match(message, 'by process 7 on elsewhere.');
    assert.ok(message.endsWith(`if it is no run of Noether any more, delete ${path}.`), message);
    await rm(path);
    assert.is(await withFolderLock(folder, done), 'done');
  });
});

test.run();
