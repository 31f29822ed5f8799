import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { expm, expmBatch, expmFrechet, identity, multiply, randomStream } from '@noether/numerics';

interface Golden {
  cases: {
    name: string;
    A: number[][];
    expA: number[][];
    direction: number[][];
    frechet: number[][];
  }[];
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/expm.json', import.meta.url), 'utf8'),
);

const test = suite('expm');

const flat = (rows: number[][]): Float64Array => Float64Array.from(rows.flat());
const largest = (values: Float64Array): number => Math.max(...values.map(Math.abs));

for (const { name, A, expA, direction, frechet } of golden.cases) {
  test(`${name}: exponential to 1e-13 and derivative to 1e-11 of the reference`, () => {
    const n = A.length;
    const expected = flat(expA);
    close(expm(flat(A), n), expected, { atol: 1e-13 * largest(expected) });
    const { exponential, derivative } = expmFrechet(flat(A), flat(direction), n);
    close(exponential, expected, { atol: 1e-13 * largest(expected) });
    const slope = flat(frechet);
    close(derivative, slope, { atol: 1e-11 * largest(slope) });
  });
}

test('keeps the relative accuracy of small matrices', () => {
  const angle = 1e-9;
  const rotation = expm(Float64Array.of(0, angle, -angle, 0), 2);
  close(rotation, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)], {
    rtol: 1e-15,
  });
});

test('a batch is one matrix after the other, whatever their norms', () => {
  const random = randomStream(1);
  const scales = [0, 1e-8, 1, 30, 1e3];
  const matrices = scales.flatMap((scale) =>
    Array.from(
      random.fillNormal(new Float64Array(9)),
      (entry) => (entry - (scale > 20 ? 3 : 0)) * scale,
    ),
  );
  const batch = expmBatch(Float64Array.from(matrices), 3, scales.length);
  scales.forEach((_, index) => {
    const one = Float64Array.from(matrices.slice(9 * index, 9 * index + 9));
    assert.equal(batch.slice(9 * index, 9 * index + 9), expm(one, 3));
  });
  assert.is(expmBatch(new Float64Array(0), 3, 0).length, 0);
});

test('the fast ways for n ≤ 4 agree with the general one for n = 6, whatever the norm', () => {
  const random = randomStream(6);
  for (const n of [1, 2, 3, 4]) {
    for (const scale of [1e-5, 1e-3, 0.01, 0.05, 0.2, 1, 2.5]) {
      const a = random.fillNormal(new Float64Array(n * n)).map((entry) => scale * entry);
      const padded = new Float64Array(36);
      for (let row = 0; row < n; row++) padded.set(a.subarray(row * n, row * n + n), row * 6);
      const exponential = expm(padded, 6);
      const expected = a.map((_, entry) => exponential[Math.floor(entry / n) * 6 + (entry % n)]);
      close(expm(a, n), expected, { atol: 2e-15 * Math.exp(2 * scale) * largest(expected) });
    }
  }
});

for (const n of [3, 4]) {
  test(`${n} × ${n}: nilpotent and defective matrices, also where exp shrinks`, () => {
    for (const [diagonal, length] of [
      [0, 1],
      [0, 1e-3],
      [-2, 1],
      [-2, 3],
      [1, 0.2],
    ]) {
      const a = new Float64Array(n * n);
      const expected = new Float64Array(n * n);
      for (let row = 0; row < n; row++) {
        a[row * n + row] = diagonal;
        if (row + 1 < n) a[row * n + row + 1] = length;
        let entry = Math.exp(diagonal);
        for (let above = 0; row + above < n; above++) {
          expected[row * n + row + above] = entry;
          entry *= length / (above + 1);
        }
      }
      close(expm(a, n), expected, { atol: 4e-15 * largest(expected) });
    }
  });
}

test('4 × 4: two rotations, and an exact last row of affine matrices', () => {
  const turn = Float64Array.of(0, -3, 0, 0, 3, 0, 0, 0, 0, 0, 0, 5, 0, 0, -5, 0);
  const [c, s, d, t] = [Math.cos(3), Math.sin(3), Math.cos(5), Math.sin(5)];
  close(expm(turn, 4), [c, -s, 0, 0, s, c, 0, 0, 0, 0, d, t, 0, 0, -t, d], { atol: 4e-15 });
  const random = randomStream('affine');
  for (const scale of [1e-3, 0.1, 1, 2]) {
    const a = random.fillNormal(new Float64Array(16)).map((entry) => scale * entry);
    assert.equal(expm(a.fill(0, 12), 4).slice(12), Float64Array.of(0, 0, 0, 1));
  }
});

test('2 × 2: defective and triangular matrices of large norm', () => {
  close(expm(Float64Array.of(1e3, 1e6, -1, -1e3), 2), [1001, 1e6, -1, -999], { rtol: 1e-8 });
  const [low, high] = [Math.exp(-40), Math.E];
  close(expm(Float64Array.of(-40, 3, 0, 1), 2), [low, (3 * (high - low)) / 41, 0, high], {
    rtol: 1e-14,
  });
  const growth = Math.exp(2);
  close(expm(Float64Array.of(2, 1, 0, 2), 2), [growth, growth, 0, growth], { rtol: 1e-15 });
});

test('does not scale a nilpotent matrix of huge norm', () => {
  close(expm(Float64Array.of(0, 1e12, 0, 0), 2), [1, 1e12, 0, 1], { rtol: 1e-15 });
});

test('reaches into overflow without looping', () => {
  assert.is(expm(Float64Array.of(800), 1)[0], Infinity);
  assert.is(expm(Float64Array.of(-1e40), 1)[0], 0);
});

test('the derivative is the corner of the exponential of a block matrix', () => {
  const random = randomStream(2);
  const n = 4;
  const a = random.fillNormal(new Float64Array(n * n)).map((entry) => 2 * entry);
  const e = random.fillNormal(new Float64Array(n * n));
  const block = new Float64Array(4 * n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      block[row * 2 * n + column] = a[row * n + column];
      block[(n + row) * 2 * n + n + column] = a[row * n + column];
      block[row * 2 * n + n + column] = e[row * n + column];
    }
  }
  const exponential = expm(block, 2 * n);
  const corner = a.map((_, entry) => exponential[Math.floor(entry / n) * 2 * n + n + (entry % n)]);
  close(expmFrechet(a, e, n).derivative, corner, { atol: 1e-12 * largest(corner) });
});

test('the gradient of ⟨G, exp A⟩ is L(Aᵀ, G)', () => {
  const random = randomStream(3);
  const [a, e, g] = [0, 1, 2].map(() => random.fillNormal(new Float64Array(9)));
  const transposed = a.map((_, entry) => a[(entry % 3) * 3 + Math.floor(entry / 3)]);
  const dot = (x: Float64Array, y: Float64Array): number =>
    x.reduce((sum, entry, index) => sum + entry * y[index], 0);
  close(dot(g, expmFrechet(a, e, 3).derivative), dot(expmFrechet(transposed, g, 3).derivative, e), {
    rtol: 1e-12,
  });
});

test('the derivative at zero is the direction', () => {
  const direction = randomStream(4).fillNormal(new Float64Array(9));
  const { exponential, derivative } = expmFrechet(new Float64Array(9), direction, 3);
  close(derivative, direction, { rtol: 1e-15 });
  close(exponential, identity(3), { atol: 1e-16 });
});

test('exp(A) exp(−A) = I', () => {
  const a = randomStream(5).fillNormal(new Float64Array(25));
  const product = multiply(
    expm(a, 5),
    expm(
      a.map((entry) => -entry),
      5,
    ),
    5,
    5,
    5,
  );
  close(product, identity(5), { atol: 1e-12 });
});

test('names bad entries and shapes', () => {
  assert.throws(() => expm(Float64Array.of(0, NaN, 0, 0), 2), /NaN in row 0, column 1/);
  assert.throws(() => expmBatch(new Float64Array(7), 2, 2), /7 entries; expected 4 × 2/);
  assert.throws(() => expmFrechet(new Float64Array(4), new Float64Array(3), 2), /direction has 3/);
});

test.run();
