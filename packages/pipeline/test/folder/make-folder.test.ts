import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder } from '../../src/folder/make-folder.js';

async function codeOf(work: Promise<void>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
}

test('folders are made as deep as it takes, also by two at a time and again', async () => {
  const root = await mkdtemp(join(tmpdir(), 'make-folder-'));
  const deep = join(root, 'a', 'b', 'c');
  await Promise.all([makeFolder(deep), makeFolder(deep)]);
  await makeFolder(deep);
  assert.equal(await readdir(join(root, 'a', 'b')), ['c']);
  await writeFile(join(root, 'file'), '');
  assert.is(await codeOf(makeFolder(join(root, 'file'))), 'EEXIST');
  assert.is(await codeOf(makeFolder(join(root, 'file', 'below'))), 'EEXIST');
  await rm(root, { recursive: true });
});

test('a symbolic link that leads nowhere is one error that names it, also below it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'make-folder-'));
  const link = join(root, 'link');
  await symlink(join(root, 'nowhere'), link);
  for (const path of [link, join(link, 'sub', 'deeper')]) {
    const told = await makeFolder(path).catch((error: Error) => error.message);
    assert.match(
      String(told),
      `${link}"; it is a symbolic link to ${join(root, 'nowhere')}, which`,
    );
  }
  assert.equal(await readdir(root), ['link']);
  await rm(root, { recursive: true });
});

if (process.platform === 'linux') {
  test('a place that takes no folders is an error, not a wait without end', async () => {
    assert.is(await codeOf(makeFolder('/proc/noether/run')), 'invalid-argument');
  });
}

test.run();
