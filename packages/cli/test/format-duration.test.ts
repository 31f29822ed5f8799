import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatDuration } from '../src/format-duration.js';

test('durations are said in the unit that fits', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0.00 s'],
    [0.42, '0.42 s'],
    [0.996, '1.0 s'],
    [9.94, '9.9 s'],
    [9.96, '10 s'],
    [59.4, '59 s'],
    [59.6, '1 min 00 s'],
    [65, '1 min 05 s'],
    [3599.4, '59 min 59 s'],
    [3599.6, '1 h 00 min'],
    [7620, '2 h 07 min'],
    [Infinity, 'unknown'],
    [NaN, 'unknown'],
  ];
  for (const [seconds, text] of cases) assert.is(formatDuration(seconds), text, String(seconds));
});

test.run();
