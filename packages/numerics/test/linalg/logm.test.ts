import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { expm, identity, inverse, logm, multiply, randomStream, sqrtm } from '@noether/numerics';

interface Golden {
  cases: { name: string; expA: number[][]; log_exp?: number[][] }[];
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/expm.json', import.meta.url), 'utf8'),
);

const test = suite('logm');

for (const { name, expA, log_exp } of golden.cases) {
  if (!log_exp) continue;
  test(`${name}: the logarithm of the reference`, () => {
    const atol = name === 'near_pi' ? 1e-8 : 1e-10;
    close(logm(Float64Array.from(expA.flat()), expA.length), log_exp.flat(), { atol });
  });
}

test('log exp A = A for a spectrum inside (−π, π), in any basis', () => {
  const random = randomStream(1);
  for (const n of [1, 2, 3, 5]) {
    const a = random.fillNormal(new Float64Array(n * n)).map((entry) => entry / Math.sqrt(n));
    close(logm(expm(a, n), n), a, { atol: 1e-11 });
  }
});

test('keeps what is next to the identity', () => {
  const a = Float64Array.of(0, 1e-5, -1e-5, 0);
  close(logm(expm(a, 2), 2), a, { atol: 1e-17 });
});

test('the square root squares to the matrix and has a spectrum to the right', () => {
  const random = randomStream(2);
  const a = expm(random.fillNormal(new Float64Array(16)), 4);
  const root = sqrtm(a, 4);
  close(multiply(root, root, 4, 4, 4), a, { rtol: 1e-10, atol: 1e-10 });
  close(sqrtm(Float64Array.of(4, 0, 0, 9), 2), [2, 0, 0, 3], { rtol: 1e-14 });
  close(multiply(inverse(root, 4), root, 4, 4, 4), identity(4), { atol: 1e-10 });
});

test('says when there is no principal value', () => {
  assert.throws(
    () => logm(Float64Array.of(-1, 0, 0, 2), 2),
    /eigenvalue on the negative real axis/,
  );
  assert.throws(() => logm(Float64Array.of(0, 0, 0, 1), 2), /singular/);
  assert.throws(() => sqrtm(Float64Array.of(NaN), 1), /NaN in row 0/);
});

test.run();
