import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sumReports } from '../sum-reports.mjs';

const output = `> nx run @noether/sindy:test
  Total:     5
@noether/sindy: 4 passed, 1 failed
said: @noether/report: 9 passed, 9 failed
@noether/lie-algebra: 7 passed, 0 failed
`;

test('adds the lines of the packages and nothing else', () => {
  assert.equal(sumReports(output, []), { passed: 11, failed: 1, missing: [] });
});

test('tells who did not report', () => {
  const { missing } = sumReports(output, ['@noether/sindy', '@noether/report']);
  assert.equal(missing, ['@noether/report']);
});

test('finds nothing in nothing', () => {
  assert.equal(sumReports('', ['a']), { passed: 0, failed: 0, missing: ['a'] });
});

test.run();
