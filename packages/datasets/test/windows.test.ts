import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gatherWindows, trajectories, type Trajectories } from '@noether/contracts';
import { windows, windowsOfFrames } from '../src/windows.js';

/** Trajectories of one variable whose value tells where it stands: 1000·trajectory + row. */
function numbered(...lengths: number[]): Trajectories {
  return trajectories({
    names: ['x'],
    units: [''],
    items: lengths.map((rows, index) => ({
      times: Float64Array.from({ length: rows }, (_, row) => row),
      states: Float64Array.from({ length: rows }, (_, row) => 1000 * index + row),
    })),
    provenance: { stage: 'test' },
  });
}

function samples(cut: ReturnType<typeof windows>): number[][] {
  const count = cut.offsets.length;
  const width = cut.timesteps * cut.dimension;
  const batch = new Float32Array(count * width);
  gatherWindows(
    cut,
    Int32Array.from({ length: count }, (_, index) => index),
    0,
    count,
    batch,
  );
  return Array.from({ length: count }, (_, index) => [
    ...batch.subarray(index * width, (index + 1) * width),
  ]);
}

test('every window is exact and stays inside its trajectory', () => {
  const cut = windows(numbered(7, 9), { timesteps: 3, interval: 2 });
  assert.equal(samples(cut), [
    [0, 2, 4],
    [1000, 1002, 1004],
    [1001, 1003, 1005],
    [1002, 1004, 1006],
  ]);
});

test('without successor the last row is used too', () => {
  const cut = windows(numbered(2, 3), { successor: false });
  assert.equal(samples(cut), [
    [0, 1],
    [1000, 1001],
    [1001, 1002],
  ]);
});

test('stride leaves windows out and changes none', () => {
  const all = samples(windows(numbered(50, 61), { interval: 5 }));
  const thinned = samples(windows(numbered(50, 61), { interval: 5, stride: 7 }));
  assert.equal(thinned, [
    ...all.slice(0, 40).filter((_, index) => index % 7 === 0),
    ...all.slice(40).filter((_, index) => index % 7 === 0),
  ]);
});

test('the counts of LaLiGAN: 9 800 a trajectory at interval 100, 498 of 500 rows at interval 1', () => {
  assert.is(windows(numbered(10_000, 10_000), { interval: 100 }).offsets.length, 2 * 9_800);
  assert.is(windows(numbered(500), {}).offsets.length * 200, 99_600);
});

test('rows of several variables stay together', () => {
  const two = trajectories({
    names: ['x', 'y'],
    units: ['', ''],
    items: [{ times: Float64Array.of(0, 1, 2), states: Float64Array.of(1, 2, 3, 4, 5, 6) }],
    provenance: { stage: 'test' },
  });
  assert.equal(samples(windows(two, { timesteps: 2, successor: false })), [
    [1, 2, 3, 4],
    [3, 4, 5, 6],
  ]);
});

test('frames that are float32 already are not copied', () => {
  const frames = Float32Array.from({ length: 24 }, (_, at) => at);
  const cut = windowsOfFrames(frames, 3, { interval: 2 });
  assert.is(cut.states, frames);
  assert.equal(
    samples(cut),
    [0, 1, 2, 3].map((row) => [0, 1, 2, 6, 7, 8].map((at) => 3 * row + at)),
  );
  assert.throws(() => windowsOfFrames(frames, 5), /^frames is 24; give whole rows of 5 numbers/);
  assert.throws(() => windowsOfFrames(frames, 12, { interval: 2 }), /has 2 rows.*need 5/);
});

test('a trajectory too short for a window is named, with its rows and the rows needed', () => {
  assert.throws(
    () => windows(numbered(300, 200), { timesteps: 2, interval: 100 }),
    /Trajectory 1 has 200 rows; windows of 2 states 100 rows apart need 201/,
  );
  assert.ok(windows(numbered(201), { interval: 100 }));
  assert.throws(() => windows(numbered(100), { interval: 100, successor: false }), /need 101/);
  assert.throws(() => windows(numbered(9), { interval: 0 }), /interval is 0/);
  assert.throws(() => windows(numbered(9), { stride: 1.5 }), /stride is 1\.5/);
  assert.throws(() => windows(numbered(9), { timesteps: -1 }), /timesteps is -1/);
});

test.run();
