import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';

const test = suite('close');

test('accepts differences up to atol + rtol·|expected|', () => {
  close(1.001, 1, { rtol: 1.1e-3 });
  close([1, 200], Float64Array.of(1, 200.1), { rtol: 6e-4 });
  close(1e-9, 0, { atol: 1e-9 });
  close([], []);
  close([Infinity, NaN, -0], [Infinity, NaN, 0]);
});

test('tells the worst entry', () => {
  assert.throws(() => close([1, 2, 3], [1, 2.5, 3.1]), /entry 1 is 2, expected 2.5; off by 0.5/);
  assert.throws(() => close(1, 2, {}, 'speed'), /speed: is 1, expected 2/);
});

test('tolerates neither NaN, nor infinity, nor another length', () => {
  const loose = { atol: Infinity, rtol: 1 };
  assert.throws(() => close(NaN, 1, { atol: 10 }), /is NaN, expected 1/);
  assert.throws(() => close(1, NaN, loose), /is 1, expected NaN/);
  assert.throws(() => close(Infinity, 1, { atol: 10 }), /is Infinity/);
  assert.throws(() => close(1, Infinity, { rtol: 1 }), /expected Infinity/);
  assert.throws(() => close([1], [1, 2], loose), /1 values, expected 2/);
});

test.run();
