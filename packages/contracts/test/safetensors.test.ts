import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NoetherError, fromSafetensors, toSafetensors } from '../src/index.js';
import type { TensorTable } from '../src/index.js';

const table: TensorTable = {
  'encoder.weight': { shape: [2, 3], data: Float32Array.from([1.5, -2, 0, 3e-40, 65504, -0]) },
  centre: { shape: [2], data: Float64Array.from([Math.PI, Number.EPSILON]) },
  step: { shape: [], data: Int32Array.from([-7]) },
  empty: { shape: [0, 4], data: new Float32Array(0) },
};

function corrupt(bytes: Uint8Array, why: RegExp): void {
  assert.throws(
    () => fromSafetensors(bytes),
    (error: unknown) =>
      error instanceof NoetherError && error.code === 'corrupt-file' && why.test(error.message),
  );
}

/** A file with any header text in front of `size` bytes of data. */
function withHeader(text: string, size = 0): Uint8Array {
  const header = new TextEncoder().encode(text);
  const bytes = new Uint8Array(8 + header.length + size);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  return bytes;
}

test('gives back every bit of what was written, with types, shapes and metadata', () => {
  const { tensors, metadata } = fromSafetensors(toSafetensors(table, { seed: '42' }));
  assert.equal(Object.keys(tensors), Object.keys(table));
  for (const [name, { shape, data }] of Object.entries(table)) {
    assert.equal(tensors[name].shape, shape);
    assert.is(tensors[name].data.constructor, data.constructor);
    assert.ok([...tensors[name].data].every((value, index) => Object.is(value, data[index])));
  }
  assert.equal(metadata, { seed: '42' });
});

test('reads a file that begins in the middle of a buffer', () => {
  const file = toSafetensors(table);
  const buffer = new Uint8Array(file.length + 3);
  buffer.set(file, 3);
  const { tensors } = fromSafetensors(buffer.subarray(3));
  assert.equal(tensors.centre.data, table.centre.data);
});

test('writes only the view of a larger array', () => {
  const data = Float64Array.from([1, 2, 3, 4]).subarray(1, 3);
  const { tensors } = fromSafetensors(toSafetensors({ part: { shape: [2], data } }));
  assert.equal(tensors.part.data, Float64Array.from([2, 3]));
});

test('writes the layout of the format', () => {
  const bytes = toSafetensors({ a: { shape: [1], data: Float32Array.from([1]) } }, { k: 'v' });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  assert.is(length % 8, 0);
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  assert.equal(header, {
    __metadata__: { k: 'v' },
    a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
  });
  assert.equal([...bytes.subarray(8 + length)], [0, 0, 0x80, 0x3f]);
});

test('refuses a file cut at any place', () => {
  const file = toSafetensors(table);
  for (let length = 0; length < file.length; length++) {
    corrupt(file.slice(0, length), /Not a readable safetensors file/);
  }
});

test('refuses a header length that is too large', () => {
  const file = toSafetensors(table);
  file[6] = 0xff;
  corrupt(file, /the header should have \d+ bytes, the file ends before/);
});

test('refuses a header that is not JSON', () => {
  const file = toSafetensors(table);
  file[8] ^= 0x40;
  corrupt(file, /the header is not JSON/);
});

test('refuses an unknown type and a wrong number of bytes, and names the tensor', () => {
  const entry = (dtype: string, to: number): string =>
    JSON.stringify({ w: { dtype, shape: [2, 2], data_offsets: [0, to] } });
  corrupt(withHeader(entry('BF16', 8), 8), /w has the type BF16/);
  corrupt(withHeader(entry('F32', 12), 12), /w has 12 bytes for the shape 2×2/);
  corrupt(withHeader(entry('F32', 16), 15), /w ends after the file/);
});

test.run();
