import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeCheckpoint, encodeCheckpoint } from '../src/index.js';
import { rejection } from './support/rejection.js';

const tensors = {
  'parameter:a.weight': { shape: [2, 3], data: Float32Array.of(1, -2, 3.5, 1e-30, 0, 7) },
  steps: { shape: [1], data: Float64Array.of(12345) },
  order: { shape: [3], data: Int32Array.of(2, 0, 1) },
};
const metadata = { preset: 'lotka-volterra', note: 'two\nlines, "quotes" and ü' };

test('what is written is read', async () => {
  const read = await decodeCheckpoint(await encodeCheckpoint({ tensors, metadata }));
  assert.equal(read, { tensors, metadata });
});

test('the same content gives the same bytes', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => encodeCheckpoint({ tensors, metadata })));
  assert.equal(one, two);
});

test('a flipped bit anywhere is a corrupt file', async () => {
  const bytes = await encodeCheckpoint({ tensors, metadata });
  for (let position = 0; position < bytes.length; position++) {
    const damaged = bytes.slice();
    damaged[position] ^= 1 << (position % 8);
    const error = await rejection(() => decodeCheckpoint(damaged));
    assert.is(error.code, 'corrupt-file', `byte ${position}: ${error.message}`);
  }
});

test('a truncated file is a corrupt file', async () => {
  const bytes = await encodeCheckpoint({ tensors, metadata });
  for (const length of [0, 4, 8, 100, bytes.length - 4, bytes.length - 1]) {
    const error = await rejection(() => decodeCheckpoint(bytes.subarray(0, length)));
    assert.is(error.code, 'corrupt-file', `${length} bytes: ${error.message}`);
  }
});

test('a file without a checksum is refused', async () => {
  const { toSafetensors } = await import('@noether/contracts');
  const error = await rejection(() => decodeCheckpoint(toSafetensors(tensors, metadata)));
  assert.is(error.code, 'corrupt-file');
});

test.run();
