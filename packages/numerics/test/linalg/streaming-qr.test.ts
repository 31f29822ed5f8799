import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { QrDecomposition, Matrix } from 'ml-matrix';
import { close } from '@noether/testkit';
import { multiply, randomStream, solve, streamingQr, transpose } from '@noether/numerics';

const test = suite('streamingQr');

const random = (length: number, seed: number): Float64Array =>
  randomStream(seed).fillNormal(new Float64Array(length));

for (const [rows, columns, block] of [
  [1000, 7, 64],
  [100, 8, 256],
  [64, 5, 1],
  [3, 6, 2],
  [257, 1, 256],
]) {
  test(`RᵀR = AᵀA for ${rows} rows of ${columns} in blocks of ${block}`, () => {
    const a = random(rows * columns, rows);
    const qr = streamingQr(columns, block);
    for (let row = 0; row < rows;) {
      const count = Math.min(rows - row, 1 + (row % 41));
      qr.push(a.subarray(row * columns, (row + count) * columns), count);
      row += count;
    }
    assert.is(qr.rows, rows);
    const r = qr.factor();
    const gram = multiply(transpose(a, rows, columns), a, columns, rows, columns);
    close(multiply(transpose(r, columns, columns), r, columns, columns, columns), gram, {
      atol: 1e-12 * rows,
    });
    r.forEach((entry, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      if (row > column) assert.is(entry, 0);
      if (row === column) assert.ok(entry >= 0);
    });
  });
}

test('R is that of a direct decomposition up to the signs of its rows', () => {
  const a = random(300 * 6, 2);
  const qr = streamingQr(6, 32);
  qr.push(a, 300);
  const direct = new QrDecomposition(Matrix.from1DArray(300, 6, a)).upperTriangularMatrix;
  const expected = Float64Array.from(
    direct.to2DArray().flatMap((row, index) => row.map((entry) => entry * Math.sign(row[index]))),
  );
  close(qr.factor(), expected, { atol: 1e-12 });
});

test('least squares is as accurate as the condition number allows, not its square', () => {
  const rows = 2000;
  const exact = [1, -2, 3, -4, 5, -6, 7, -8];
  const qr = streamingQr(9, 128);
  const row = new Float64Array(9);
  for (let index = 0; index < rows; index++) {
    const x = index / rows;
    for (let power = 0; power < 8; power++) row[power] = x ** power;
    row[8] = exact.reduce((sum, value, power) => sum + value * row[power], 0);
    qr.push(row, 1);
  }
  const r = qr.factor();
  const triangle = new Float64Array(64).map(
    (_, entry) => r[Math.floor(entry / 8) * 9 + (entry % 8)],
  );
  const right = new Float64Array(8).map((_, index) => r[index * 9 + 8]);
  // The condition number is 4e5: normal equations would lose eleven digits, this loses six.
  close(solve(triangle, right, 8), exact, { atol: 1e-8 });
  close(r[80], 0, { atol: 1e-10 });
});

test('factor can be asked in between', () => {
  const a = random(40 * 3, 3);
  const once = streamingQr(3, 16);
  once.push(a, 40);
  const often = streamingQr(3, 16);
  for (let row = 0; row < 40; row++) {
    often.push(a.subarray(3 * row, 3 * row + 3), 1);
    often.factor();
  }
  close(often.factor(), once.factor(), { atol: 1e-13 });
});

test('dependent and zero columns do no harm', () => {
  const qr = streamingQr(3);
  qr.push(Float64Array.of(1, 2, 0, 2, 4, 0, 3, 6, 0), 3);
  const length = Math.sqrt(14);
  close(qr.factor(), [length, 2 * length, 0, 0, 0, 0, 0, 0, 0], { atol: 1e-14 });
  close(streamingQr(2).factor(), new Float64Array(4));
});

test('names bad arguments', () => {
  assert.throws(() => streamingQr(0), /columns is 0/);
  assert.throws(
    () => streamingQr(3).push(new Float64Array(5), 2),
    /5 numbers; expected 2 rows of 3/,
  );
});

test.run();
