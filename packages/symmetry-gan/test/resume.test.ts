import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { NoetherError, ProgressEvent } from '@noether/contracts';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '@noether/compute';
import { trainSymmetry } from '@noether/symmetry-gan';
import { failure, fullData, OPTIONS, SEED, STEPS } from './full-run.js';
import { recordingContext, tinyData, tinyOptions } from './tiny-run.js';

/** Trains until `stopAt` steps are done and returns the last checkpoint and the error's code. */
async function interrupted(
  stopAt: number,
  resume?: Checkpoint,
): Promise<{ code: string; checkpoint: Checkpoint; handedOut: number }> {
  const abort = new AbortController();
  const context = recordingContext(SEED, abort.signal);
  const checkpoints: Checkpoint[] = [];
  const data = await fullData({
    ...(resume ? { resume } : {}),
    onCheckpoint: async (checkpoint) => {
      checkpoints.push(checkpoint);
    },
  });
  const observe = (event: ProgressEvent): void => {
    if (event.kind === 'progress' && event.done === stopAt) abort.abort();
  };
  if (stopAt === 0) abort.abort();
  try {
    await trainSymmetry(data, OPTIONS, { ...context, observe });
  } catch (error) {
    const { code } = error as NoetherError;
    return { code, checkpoint: checkpoints[checkpoints.length - 1], handedOut: checkpoints.length };
  }
  throw new Error('it was not interrupted');
}

const whole = await trainSymmetry(await fullData(), OPTIONS, recordingContext(SEED));

for (const stopAt of [0, 1, 2, 3, 4, 5, 6, 7]) {
  test(`aborted after step ${stopAt} and resumed from the file: the same numbers bit for bit`, async () => {
    const { code, checkpoint } = await interrupted(stopAt);
    assert.is(code, 'aborted');
    assert.equal(checkpoint.tensors.steps.data, Float64Array.of(stopAt));
    const resume = await decodeCheckpoint(await encodeCheckpoint(checkpoint));
    const resumed = await trainSymmetry(
      await fullData({ resume }),
      OPTIONS,
      recordingContext(SEED),
    );
    assert.equal(resumed.tensors, whole.tensors);
    assert.equal(resumed.generators, whole.generators);
    assert.equal(resumed.history, whole.history);
    assert.is(resumed.steps, STEPS);
  });
}

test('a run interrupted twice is still the same', async () => {
  const first = await interrupted(3);
  const second = await interrupted(6, first.checkpoint);
  const data = await fullData({ resume: second.checkpoint });
  const resumed = await trainSymmetry(data, OPTIONS, recordingContext(SEED));
  assert.equal(resumed.tensors, whole.tensors);
  assert.equal(resumed.history, whole.history);
});

test('a checkpoint comes after every epoch, and one more when aborted', async () => {
  assert.is((await interrupted(5)).handedOut, 3);
  let count = 0;
  const onCheckpoint = async (): Promise<void> => {
    count += 1;
  };
  await trainSymmetry(await fullData({ onCheckpoint }), OPTIONS, recordingContext(SEED));
  assert.is(count, 4);
});

test('epochs end without a checkpoint where none is wanted, but the last one', async () => {
  const steps: number[] = [];
  const onCheckpoint = async ({ tensors }: Checkpoint): Promise<void> => {
    steps.push(tensors.steps.data[0]);
  };
  const asked: number[] = [];
  const wantsCheckpoint = (): boolean => asked.push(asked.length) === 2;
  const data = await fullData({ onCheckpoint, wantsCheckpoint });
  const trained = await trainSymmetry(data, OPTIONS, recordingContext(SEED));
  assert.equal(steps, [STEPS / 2, STEPS]);
  assert.is(asked.length, 3);
  assert.equal(trained.tensors, whole.tensors);
});

test('a run that stops after some epochs ends with a checkpoint, and goes on to the same numbers', async () => {
  const ends: Checkpoint[] = [];
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    ends.push(checkpoint);
  };
  const some = { stopAfter: 2, wantsCheckpoint: () => false };
  const begun = await trainSymmetry(
    await fullData({ ...some, onCheckpoint }),
    OPTIONS,
    recordingContext(SEED),
  );
  assert.equal(begun.history, whole.history.slice(0, 2));
  assert.is(ends.length, 1);
  const data = await fullData({ resume: ends[0] });
  const resumed = await trainSymmetry(data, OPTIONS, recordingContext(SEED));
  assert.equal(resumed.tensors, whole.tensors);
  assert.equal(resumed.history, whole.history);
});

test('a stop beyond the last epoch is no stop', async () => {
  const data = await fullData({ stopAfter: 100 });
  assert.is((await trainSymmetry(data, OPTIONS, recordingContext(SEED))).steps, STEPS);
});

test('a finished run resumed is finished', async () => {
  let last: Checkpoint | undefined;
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    last = checkpoint;
  };
  await trainSymmetry(await fullData({ onCheckpoint }), OPTIONS, recordingContext(SEED));
  const data = await fullData(last ? { resume: last } : {});
  const context = recordingContext(SEED);
  const again = await trainSymmetry(data, OPTIONS, context);
  assert.equal(again.tensors, whole.tensors);
  assert.is(context.events.length, 0);
});

test('checkpoints of another training are refused', async () => {
  const { checkpoint } = await interrupted(3);
  const { ['mask.0']: mask, ...tensors } = checkpoint.tensors;
  assert.is(mask.data.length, 4);
  const cases: [Checkpoint, RegExp][] = [
    [{ ...checkpoint, tensors }, /^wrong-checkpoint: .*mask\.0/],
    [{ ...checkpoint, metadata: {} }, /^wrong-checkpoint: .*history/],
    [{ ...checkpoint, tensors: {} }, /^wrong-checkpoint/],
  ];
  for (const [resume, message] of cases) {
    const run = trainSymmetry(await fullData({ resume }), OPTIONS, recordingContext(SEED));
    assert.match(await failure(run), message);
  }
  assert.match(
    await failure(
      trainSymmetry(await tinyData({ resume: checkpoint }), tinyOptions(), recordingContext(1)),
    ),
    /^wrong-checkpoint/,
  );
});

test.run();
