import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { wrapText } from '../src/wrap-text.js';

test('lines end between words and fill the width', () => {
  assert.equal(wrapText('one two three four', 9), ['one two', 'three', 'four']);
  assert.equal(wrapText('one two', 7), ['one two']);
  assert.equal(wrapText('a-very-long-word b', 5), ['a-very-long-word', 'b']);
  assert.equal(wrapText('  ', 5), []);
});

test.run();
