import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseNpy } from '../../src/npy/parse-npy.js';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/${name}.npy`, import.meta.url));

const table = [0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32];
const cube = [...table, ...table.map((value) => value + 100)];

for (const name of [
  'f8-table',
  'f8-table-fortran',
  'f8-table-big-version-2',
  'f4-table-version-3',
  'i4-table',
]) {
  test(`${name}.npy holds the values NumPy wrote`, () => {
    const { shape, data } = parseNpy(fixture(name));
    assert.equal(shape, [4, 3]);
    assert.equal(Array.from(data), table);
  });
}

const integers: Readonly<Record<string, (value: number) => number>> = {
  'i1-table': (value) => 0 - value,
  'i2-table-big': (value) => 0 - 1000 * value,
  'u1-table': (value) => 2 ** 8 - 1 - value,
  'u2-table': (value) => 2 ** 16 - 1 - value,
  'u4-table-big': (value) => 2 ** 32 - 1 - value,
  'u8-table': (value) => 2 ** 53 - value,
};

for (const [name, written] of Object.entries(integers)) {
  test(`${name}.npy: integers up to the ends of their type`, () => {
    const { shape, data } = parseNpy(fixture(name));
    assert.equal(shape, [4, 3]);
    assert.equal(Array.from(data), table.map(written));
  });
}

test('three axes, Fortran order, big-endian float32', () => {
  const { shape, data } = parseNpy(fixture('f4-cube-fortran-big'));
  assert.equal(shape, [2, 4, 3]);
  assert.equal(Array.from(data), cube);
});

test('big-endian int64, negative values', () => {
  const { data } = parseNpy(fixture('i8-cube-big'));
  assert.equal(
    Array.from(data.slice(1)),
    cube.slice(1).map((value) => -value),
  );
});

test('a view into a larger buffer is read from its own first byte', () => {
  const bytes = fixture('f8-table');
  const padded = new Uint8Array(bytes.length + 3);
  padded.set(bytes, 3);
  assert.equal(Array.from(parseNpy(padded.subarray(3)).data), table);
});

test('unreadable files say what is wrong and what to do', () => {
  assert.throws(
    () => parseNpy(fixture('f2-table')),
    /<f2.*Save plain numbers of type f4, f8, i1, i2, i4, i8, u1, u2, u4, u8\./s,
  );
  assert.throws(() => parseNpy(new Uint8Array(64)), /does not begin with .*numpy\.save/);
  assert.throws(() => parseNpy(fixture('f8-table').subarray(0, 60)), /ends inside the header/);
  assert.throws(
    () => parseNpy(fixture('f8-table').subarray(0, 200)),
    /ends after 72 bytes of data; shape \(4, 3\) of f8 has 96/,
  );
  const future = fixture('f8-table').slice();
  future[6] = 9;
  assert.throws(() => parseNpy(future), /format version 9/);
});

test.run();
