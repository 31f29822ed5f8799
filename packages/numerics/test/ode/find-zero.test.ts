import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { findZero } from '../../src/ode/find-zero.js';

const test = suite('findZero');

test('finds zeros to the resolution of the numbers, whichever end comes first', () => {
  for (const [f, zero] of [
    [(x: number) => x * x * x - 2, Math.cbrt(2)],
    [(x: number) => Math.exp(50 * x) - 1e10, Math.log(1e10) / 50],
    [(x: number) => Math.sign(x - 0.3) * Math.abs(x - 0.3) ** 0.2, 0.3],
    [(x: number) => (x < 1 ? -1 : 1), 1],
  ] as const) {
    close(findZero(f, 0, 2), zero, { atol: 1e-14 });
    close(findZero(f, 2, 0), zero, { atol: 1e-14 });
  }
});

test('needs few evaluations for a smooth function, and takes a zero at an end', () => {
  let calls = 0;
  const cosine = (x: number): number => {
    calls++;
    return Math.cos(x);
  };
  close(findZero(cosine, 0, 3), Math.PI / 2, { atol: 1e-15 });
  assert.ok(calls < 20, `${calls} calls`);
  assert.is(
    findZero((x) => x, 0, 1),
    0,
  );
  assert.is(
    findZero((x) => x - 1, 0, 1),
    1,
  );
});

test.run();
