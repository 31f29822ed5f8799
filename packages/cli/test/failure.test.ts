import { readFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { invalidArgument, NoetherError } from '@noether/contracts';
import { describeFailure, withWayOn } from '../src/failure.js';

test('bad input is one message and exit code 2', () => {
  const error = invalidArgument('dir', 'nowhere', 'give a run folder');
  assert.equal(describeFailure(error, false), {
    text: 'noether: dir is "nowhere"; give a run folder.',
    exitCode: 2,
  });
});

test('--debug adds the stack', () => {
  const { text } = describeFailure(invalidArgument('dir', 'nowhere', 'give a run folder'), true);
  assert.match(text, /^noether: dir is .*\n[^]*failure\.test/);
});

test('a missing file of the system is bad input too', async () => {
  const path = new URL('no-such-file', import.meta.url);
  const error: unknown = await readFile(path).catch((cause: unknown) => cause);
  const { text, exitCode } = describeFailure(error, false);
  assert.match(text, /^noether: There is no such file or folder: .*no-such-file$/);
  assert.is(exitCode, 2);
});

test('a process that crashed is no bad input: one message, what it wrote last, exit code 1', () => {
  const crash = new NoetherError('The process of seed 2 ended with exit code 134.', {
    code: 'process-ended',
    hint: 'Everything else is kept.',
    cause: new Error('FATAL ERROR: heap out of memory'),
  });
  assert.equal(describeFailure(withWayOn(crash, 'Go on with: noether resume ten'), false), {
    text: [
      'noether: The process of seed 2 ended with exit code 134. Everything else is kept. Go on with: noether resume ten',
      'The last that it wrote:',
      'FATAL ERROR: heap out of memory',
    ].join('\n'),
    exitCode: 1,
  });
  const { text, exitCode } = describeFailure(crash, true);
  assert.match(text, /at [^]*Caused by: Error: FATAL ERROR/);
  assert.is(exitCode, 1);
});

test('what nobody foresaw shows its stack and its cause, with exit code 1', () => {
  const error = new TypeError('x is undefined', { cause: new Error('the reason') });
  const { text, exitCode } = describeFailure(error, false);
  assert.match(text, /TypeError: x is undefined\n[^]*at [^]*Caused by: Error: the reason/);
  assert.is(exitCode, 1);
  assert.is(describeFailure('thrown text', false).exitCode, 1);
  assert.is(describeFailure(null, false).exitCode, 1);
});

test.run();
