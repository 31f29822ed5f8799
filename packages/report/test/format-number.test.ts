import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import {
  formatComplex,
  formatFixed,
  formatNumber,
  formatPercent,
  formatSetting,
} from '../src/format-number.js';

const test = suite('formatNumber');

test('three significant digits across the magnitudes', () => {
  const values = [0, 3.06249, -0.0213, 123.456, 99999.4, 0.0009994, -1234567, 9.996];
  assert.equal(
    values.map((value) => formatNumber(value)),
    ['0', '3.06', '−0.0213', '123', '99999', '9.99 × 10⁻⁴', '−1.23 × 10⁶', '10.0'],
  );
});

test('missing and infinite values are a dash', () => {
  assert.equal(
    [null, undefined, NaN, Infinity].map((value) => formatNumber(value)),
    ['–', '–', '–', '–'],
  );
  assert.is(formatPercent(NaN), '–');
});

test('settings lose trailing zeros, percentages gain a sign, complex numbers keep both parts', () => {
  assert.equal([0.4, -1.5, 2].map(formatSetting), ['0.4', '−1.5', '2']);
  assert.is(formatPercent(0.0512), '5.12\u00a0%');
  assert.is(formatComplex({ re: -0.12, im: -3.062 }), '−0.12 − 3.06i');
  assert.is(formatComplex({ re: -0.001, im: 3.062 }), '0.00 + 3.06i');
  assert.is(formatFixed(-0.004, 2), '0.00');
  assert.is(formatFixed(-0.4, 0), '0');
  assert.is(formatFixed(-0.04, 2), '−0.04');
  assert.is(formatComplex({ re: 0.5, im: 0 }), '0.50');
});

test.run();
