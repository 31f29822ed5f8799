import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { type BlockQr, blockQr, randomStream, streamingQr } from '@noether/numerics';

const test = suite('blockQr');

const random = (length: number, seed: number): Float64Array =>
  randomStream(seed).fillNormal(new Float64Array(length));

function absorbRows(qr: BlockQr, rows: Float64Array, columns: number, height = qr.height): void {
  const count = rows.length / columns;
  for (let from = 0; from < count; from += height) {
    const some = Math.min(height, count - from);
    for (let row = 0; row < some; row++) {
      for (let column = 0; column < columns; column++) {
        qr.block[column * qr.stride + row] = rows[(from + row) * columns + column];
      }
    }
    qr.absorb(some);
  }
}

function reference(rows: Float64Array, columns: number): Float64Array {
  const qr = streamingQr(columns);
  qr.push(rows, rows.length / columns);
  return qr.factor();
}

for (const [count, columns] of [
  [1000, 59],
  [256, 4],
  [257, 5],
  [700, 1],
  [3, 6],
  [40, 8],
  [900, 300],
]) {
  test(`R is that of the simple streaming QR for ${count} rows of ${columns}`, () => {
    const rows = random(count * columns, count + columns);
    const qr = blockQr(columns);
    absorbRows(qr, rows, columns);
    close(qr.factor(), reference(rows, columns), { atol: 1e-11 });
  });
}

test('blocks of any height give the same factor', () => {
  const rows = random(1000 * 11, 4);
  const expected = reference(rows, 11);
  const qr = blockQr(11);
  for (const height of [1, 3, 8, 100, 255]) {
    qr.clear();
    absorbRows(qr, rows, 11, height);
    close(qr.factor(), expected, { atol: 1e-11 });
  }
});

for (const columns of [3, 59, 270]) {
  test(`the factor of other rows stands for the rows, ${columns} columns`, () => {
    const rows = random(1200 * columns, 5);
    const middle = 700 * columns;
    const qr = blockQr(columns);
    absorbRows(qr, rows.subarray(0, middle), columns);
    const first = qr.factor();
    qr.clear();
    absorbRows(qr, rows.subarray(middle), columns);
    qr.absorbFactor(first);
    close(qr.factor(), reference(rows, columns), { atol: 1e-11 });
  });
}

test('starts from the factor of other rows, to the last bit, and forgets what was there', () => {
  const rows = random(500 * 7, 9);
  const middle = 300 * 7;
  const whole = blockQr(7);
  absorbRows(whole, rows.subarray(0, middle), 7);
  const first = whole.factor();
  absorbRows(whole, rows.subarray(middle), 7);
  const other = blockQr(7);
  absorbRows(other, random(400 * 7, 10), 7);
  other.startFrom(first);
  assert.equal(other.factor(), first);
  absorbRows(other, rows.subarray(middle), 7);
  close(other.factor(), whole.factor(), { atol: 1e-12 });
});

test('the same rows give the same bits, whatever went through before', () => {
  const rows = random(600 * 7, 6);
  const fresh = blockQr(7);
  absorbRows(fresh, rows, 7);
  const used = blockQr(7);
  absorbRows(used, random(900 * 7, 7), 7);
  used.clear();
  absorbRows(used, rows, 7);
  assert.equal(used.factor(), fresh.factor());
});

test('dependent and zero columns do no harm', () => {
  const qr = blockQr(3);
  absorbRows(qr, Float64Array.of(1, 2, 0, 2, 4, 0, 3, 6, 0), 3);
  const length = Math.sqrt(14);
  close(qr.factor(), [length, 2 * length, 0, 0, 0, 0, 0, 0, 0], { atol: 1e-14 });
  close(blockQr(2).factor(), new Float64Array(4));
});

test('powers of x: as accurate as the condition number allows, not its square', () => {
  const count = 2000;
  const rows = Float64Array.from(
    { length: count * 8 },
    (_, at) => (Math.floor(at / 8) / count) ** (at % 8),
  );
  const qr = blockQr(8);
  absorbRows(qr, rows, 8);
  const r = qr.factor();
  const exact = reference(rows, 8);
  // The last pivot is 7.5e-5 of the first: the pivots of AᵀA would have an error of 2e-8.
  for (let j = 0; j < 8; j++) assert.ok(Math.abs(r[9 * j] / exact[9 * j] - 1) < 1e-10);
});

test('a number that is not finite is not lost', () => {
  for (const bad of [NaN, Infinity]) {
    const rows = random(50 * 5, 8);
    rows[123] = bad;
    const qr = blockQr(5);
    absorbRows(qr, rows, 5);
    assert.not(qr.factor().every(Number.isFinite));
  }
});

test('names bad arguments', () => {
  assert.throws(() => blockQr(0), /columns is 0/);
  assert.throws(() => blockQr(2.5), /columns is 2.5/);
});

test.run();
