import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { freeRunFolder } from '../src/free-run-folder.js';

test('the default folder is never one that holds something', () => {
  const top = mkdtempSync(join(tmpdir(), 'noether-folder-'));
  try {
    const folder = join(top, 'run');
    assert.is(freeRunFolder(folder), folder);
    mkdirSync(folder);
    assert.is(freeRunFolder(folder), folder, 'an empty folder will do');
    writeFileSync(join(folder, 'run.json'), '{}');
    assert.is(freeRunFolder(folder), `${folder}-2`);
    mkdirSync(`${folder}-2`);
    writeFileSync(join(`${folder}-2`, 'run.json'), '{}');
    assert.is(freeRunFolder(folder), `${folder}-3`);
  } finally {
    rmSync(top, { recursive: true });
  }
});

test.run();
