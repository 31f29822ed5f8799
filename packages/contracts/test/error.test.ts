import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NoetherError, invalidArgument } from '../src/index.js';

test('says the hint after the message and keeps the cause', () => {
  const cause = new Error('disk');
  const error = new NoetherError('No run here.', { code: 'no-run', hint: 'Start one.', cause });
  assert.is(error.message, 'No run here. Start one.');
  assert.is(error.name, 'NoetherError');
  assert.is(error.code, 'no-run');
  assert.is(error.hint, 'Start one.');
  assert.is(error.cause, cause);
  assert.is(error.argument, undefined);
});

test('shows the offending value in a form that fits on a line', () => {
  const shown = (value: unknown): string => invalidArgument('x', value, 'give another').message;
  assert.is(shown(-1), 'x is -1; give another.');
  assert.is(shown(NaN), 'x is NaN; give another.');
  assert.is(shown('so(2'), 'x is "so(2"; give another.');
  assert.is(shown(undefined), 'x is undefined; give another.');
  assert.is(shown(null), 'x is null; give another.');
  assert.is(shown(new Float64Array(1000)), 'x is an array of 1000 values; give another.');
  assert.is(shown([1, 2]), 'x is an array of 2 values; give another.');
  assert.is(shown({ a: 1 }), 'x is an object; give another.');
});

test('carries argument and value for programs', () => {
  const error = invalidArgument('rank', 0, 'it must be positive');
  assert.is(error.code, 'invalid-argument');
  assert.is(error.argument, 'rank');
  assert.is(error.value, 0);
  assert.instance(error, Error);
});

test.run();
