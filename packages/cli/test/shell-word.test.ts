import { execFileSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { shellWord } from '../src/shell-word.js';

test('plain words stay as they are', () => {
  for (const word of ['runs/lotka-volterra-seed-1', '/tmp/a_b.c', 'x=1']) {
    assert.is(shellWord(word), word);
  }
});

test('a shell reads back what was quoted', () => {
  for (const word of ['ü s', "it's", 'a$b', '', 'x;y', '"q"']) {
    const back = execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`]).toString();
    assert.is(back, word);
  }
});

test.run();
