import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RowSource, StreamedWindows, Windows } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { batches, streamedBatches, type Arrays } from '../src/index.js';

const [ROWS, DIMENSION] = [60, 5];
const states = Float32Array.from({ length: ROWS * DIMENSION }, (_, at) => Math.sin(at));
const cut = { timesteps: 2, interval: 3, dimension: DIMENSION };
const offsets = Int32Array.from({ length: ROWS - 3 }, (_, at) => at);
const inMemory: Windows = { kind: 'windows', states, offsets, ...cut };

/** Rows of memory behind a door that opens a little later, and a list of the reads asked for. */
function delayed(): RowSource & { readonly asked: number[]; failing: boolean } {
  const asked: number[] = [];
  return {
    rows: ROWS,
    dimension: DIMENSION,
    asked,
    failing: false,
    async read(first, count, into, at = 0): Promise<void> {
      asked.push(first);
      await new Promise((resolve) => setImmediate(resolve));
      if (this.failing) throw new Error('the disk is gone');
      into.set(states.subarray(first * DIMENSION, (first + count) * DIMENSION), at);
    },
  };
}

/** Reads that are under way are done. */
async function settled(): Promise<void> {
  for (let wait = 0; wait < 5; wait++) await new Promise((resolve) => setImmediate(resolve));
}

const streamed = (source: RowSource): StreamedWindows => ({
  kind: 'streamed-windows',
  source,
  offsets,
  ...cut,
});
const labels = { data: Int32Array.from(offsets), width: 1 };
const options = (size = 8): { size: number; random: ReturnType<typeof randomStream> } => ({
  size,
  random: randomStream(4),
});
const copied = ({ x, labels: own }: Arrays): number[][] => [Array.from(x), Array.from(own)];

test('the same seed gives the batches of memory, over epochs and after a jump', async () => {
  const [here, there] = [
    batches({ x: inMemory, labels }, options()),
    streamedBatches({ x: streamed(delayed()), labels }, options()),
  ];
  assert.is(there.perEpoch, here.perEpoch);
  for (let step = 0; step < 3 * here.perEpoch; step++) {
    assert.equal(copied(await there.next()), copied(here.next()), `batch ${step}`);
  }
  for (const position of [5, 6, 0, 17]) {
    here.seek(position);
    there.seek(position);
    assert.equal(copied(await there.next()), copied(here.next()), `batch ${position}`);
  }
});

test('rows of a file are the rows of memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'noether-rows-'));
  const path = join(folder, 'rows');
  writeFileSync(path, new Uint8Array(states.buffer));
  const file: FileHandle = await open(path);
  const source: RowSource = {
    rows: ROWS,
    dimension: DIMENSION,
    async read(first, count, into, at = 0): Promise<void> {
      const bytes = new Uint8Array(into.buffer, into.byteOffset + 4 * at, 4 * count * DIMENSION);
      await file.read(bytes, 0, bytes.length, 4 * first * DIMENSION);
    },
  };
  const here = batches({ x: inMemory, labels }, options(16));
  const there = streamedBatches({ x: streamed(source), labels }, options(16));
  for (let step = 0; step < 12; step++) {
    assert.equal(copied(await there.next()), copied(here.next()), `batch ${step}`);
  }
  await file.close();
  rmSync(folder, { recursive: true });
});

test('the reads of the next batch are issued before a batch is handed out', async () => {
  const source = delayed();
  const feed = streamedBatches({ x: streamed(source) }, { size: 4 });
  await feed.next();
  const reads = (batch: number): number[] =>
    [0, 1, 2, 3].flatMap((at) => [4 * batch + at, 4 * batch + at + 3]);
  assert.equal(source.asked, [...reads(0), ...reads(1)]);
  await feed.next();
  assert.equal(source.asked, [...reads(0), ...reads(1), ...reads(2)]);
});

test('neighbouring rows of a sample are one read', async () => {
  const source = delayed();
  const x = { ...streamed(source), interval: 1, timesteps: 3 };
  const feed = streamedBatches({ x }, { size: 4 });
  const { x: found } = await feed.next();
  assert.equal(source.asked.slice(0, 4), [0, 1, 2, 3]);
  assert.equal(
    Array.from(found.subarray(0, 3 * DIMENSION)),
    Array.from(states.subarray(0, 3 * DIMENSION)),
  );
});

test('a batch stays as it is until the next call is done', async () => {
  const feed = streamedBatches({ x: streamed(delayed()), labels }, { size: 4 });
  const first = await feed.next();
  const kept = copied(first);
  await settled();
  assert.equal(copied(first), kept);
});

test('a read that fails rejects the batch it belongs to, which can be had again', async () => {
  const source = delayed();
  const feed = streamedBatches({ x: streamed(source), labels }, { size: 4 });
  await feed.next();
  await settled();
  source.failing = true;
  await feed.next();
  const message = await feed.next().then(
    () => 'it did not fail',
    (cause: Error) => cause.message,
  );
  assert.is(message, 'the disk is gone');
  source.failing = false;
  assert.equal(Array.from((await feed.next()).labels), [8, 9, 10, 11]);
});

test('tables that do not fit are named', () => {
  const make =
    (x: StreamedWindows, size = 4) =>
    () =>
      streamedBatches({ x, labels }, { size });
  const whole = streamed(delayed());
  assert.throws(make({ ...whole, offsets: offsets.subarray(1) }), /labels is 57.*56 samples/);
  assert.throws(make({ ...whole, offsets: offsets.map((row) => row + 1) }), /x is 57.*row 0 … 56/);
  assert.throws(make(whole, 58), /size is 58.*57 samples/);
});

test('memory does not grow with the rows that have gone through', async () => {
  const [rows, dimension] = [4096, 2048];
  const source: RowSource = {
    rows,
    dimension,
    read: (first, count, into, at = 0) =>
      Promise.resolve(void into.fill(first, at, at + count * dimension)),
  };
  const own = Int32Array.from({ length: rows }, (_, row) => row);
  const x = { kind: 'streamed-windows', source, dimension, timesteps: 1, interval: 1 } as const;
  const before = process.memoryUsage().arrayBuffers;
  const feed = streamedBatches({ x: { ...x, offsets: own } }, { ...options(64) });
  for (let step = 0; step < 4 * feed.perEpoch; step++) await feed.next();
  const grown = process.memoryUsage().arrayBuffers - before;
  // Two batches of 0.5 MB and the order of the samples; 128 MB went through.
  assert.ok(grown < 3e6, `${grown} bytes`);
});

test.run();
