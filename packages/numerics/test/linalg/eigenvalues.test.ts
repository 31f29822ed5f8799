import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { eigenvalues, multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';

const test = suite('eigenvalues');

test('skew-symmetric matrices, with nothing on the diagonal to compare with, at all scales', () => {
  const random = randomStream(1);
  for (let trial = 0; trial < 300; trial++) {
    const [x, y, z] = random
      .fillNormal(new Float64Array(3))
      .map((v) => v * 10 ** ((trial % 9) - 6));
    const angle = Math.hypot(x, y, z);
    const found = eigenvalues(Float64Array.of(0, -z, y, z, 0, -x, -y, x, 0), 3);
    const imaginary = found.map(({ im }) => im).sort((a, b) => a - b);
    close(imaginary, [-angle, 0, angle], { atol: 1e-14 * angle });
    close(
      found.map(({ re }) => re),
      [0, 0, 0],
      { atol: 1e-14 * angle },
    );
  }
});

test('their sums are the traces of the powers', () => {
  const random = randomStream(2);
  for (let n = 1; n <= 9; n++) {
    const a = random.fillNormal(new Float64Array(n * n));
    const found = eigenvalues(a, n);
    let power: Float64Array = a;
    for (let k = 1; k <= 3; k++) {
      const trace = power.reduce((sum, entry, index) => sum + (index % (n + 1) ? 0 : entry), 0);
      const sum = found.reduce(
        (total, { re, im }) => total + Math.hypot(re, im) ** k * Math.cos(k * Math.atan2(im, re)),
        0,
      );
      close(sum, trace, { atol: 1e-11 * (1 + n ** k) });
      power = multiply(power, a, n, n, n);
    }
  }
});

test('zero, triangular and companion matrices', () => {
  assert.equal(eigenvalues(new Float64Array(4), 2), [
    { re: 0, im: 0 },
    { re: 0, im: 0 },
  ]);
  const triangular = eigenvalues(Float64Array.of(1, 5, 6, 0, 2, 7, 0, 0, 3), 3);
  assert.equal(
    triangular.map(({ re }) => re),
    [3, 2, 1],
  );
  const roots = eigenvalues(Float64Array.of(0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0), 4);
  close(
    roots.flatMap(({ re, im }) => [re, im]),
    [1, 0, 0, 1, 0, -1, -1, 0],
    { atol: 1e-14 },
  );
});

test.run();
