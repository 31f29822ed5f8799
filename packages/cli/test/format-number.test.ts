import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatCount, formatNumber } from '../src/format-number.js';

test('numbers keep their significant digits and avoid exponents', () => {
  assert.is(formatNumber(3.2468), '3.25');
  assert.is(formatNumber(-0.000169, 2), '-0.00017');
  assert.is(formatNumber(0.0000123), '1.23e-5');
  assert.is(formatNumber(1234.5), '1235');
  assert.is(formatNumber(999.7), '1000');
  assert.is(formatNumber(12345678), '1.23e+7');
  assert.is(formatNumber(0), '0');
});

test('what is no number is a dash', () => {
  for (const value of [null, undefined, NaN, Infinity]) assert.is(formatNumber(value), '-');
});

test('counts have their thousands separated', () => {
  assert.is(formatCount(1234567), '1,234,567');
  assert.is(formatCount(999), '999');
});

test.run();
