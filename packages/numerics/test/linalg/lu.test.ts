import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { multiply, randomStream } from '@noether/numerics';
import { luInPlace } from '../../src/linalg/lu.js';

const test = suite('lu');

test('solves what it multiplied, for several right-hand sides, with pivots that are zero', () => {
  for (const n of [1, 2, 5, 12]) {
    const random = randomStream(3).split(n);
    const a = random.fillNormal(new Float64Array(n * n));
    if (n > 1) a[0] = 0;
    const factors = luInPlace(a.slice(), n);
    for (let side = 0; side < 3; side++) {
      const x = random.fillNormal(new Float64Array(n));
      const b = multiply(a, x, n, n, 1);
      factors.solveInPlace(b);
      close(b, x, { atol: 1e-11 });
    }
  }
});

test('a singular matrix gives a solution that is not finite', () => {
  const b = Float64Array.of(1, 2);
  luInPlace(Float64Array.of(1, 1, 1, 1), 2).solveInPlace(b);
  assert.not(b.every(Number.isFinite));
});

test.run();
