import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { NoetherError, ProgressEvent } from '@noether/contracts';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  groupOf,
  selectEngine,
  type Checkpoint,
} from '@noether/compute';
import { close } from '@noether/testkit';
import {
  representation,
  trainSymmetry,
  type SymmetryData,
  type SymmetryOptions,
  type TrainedSymmetry,
} from '@noether/symmetry-gan';
import { tinyAutoencoder } from './tiny-autoencoder.js';
import { circleWindows, recordingContext, tinyData, tinyOptions } from './tiny-run.js';

const SEED = 9;
/** Two steps an epoch, eight in all; everything that changes during training changes in it. */
const OPTIONS = tinyOptions({
  epochs: 4,
  encoderDelay: 0.3,
  freezeStatistics: 0.6,
  schedule: { hold: 0.25, final: 0.1 },
  threshold: { epochs: 1, ratio: 0.4, from: 0.25 },
  discriminator: { width: 8, hidden: 1, sees: 'displacements', decoded: true, labels: 1 },
});
const STEPS = 8;

async function fullData(change: Partial<SymmetryData> = {}): Promise<SymmetryData> {
  const labels = Float32Array.from({ length: 40 }, (_, index) => index / 40);
  return tinyData({ autoencoder: tinyAutoencoder(2, 2), labels, ...change });
}

const STILL = {
  autoencoder: { learningRate: 0 },
  discriminator: { learningRate: 0 },
  generator: { learningRate: 0 },
};

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

const whole: TrainedSymmetry = await trainSymmetry(
  await fullData(),
  OPTIONS,
  recordingContext(SEED),
);

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

test('the seed decides: the same again, another otherwise', async () => {
  const again = await trainSymmetry(await fullData(), OPTIONS, recordingContext(SEED));
  assert.equal(again.tensors, whole.tensors);
  const other = await trainSymmetry(await fullData(), OPTIONS, recordingContext(SEED + 1));
  assert.not.equal(other.generators, whole.generators);
});

test('engines agree', async () => {
  for (const name of ['onnx-wasm', 'tfjs-cpu']) {
    const data = await fullData({ engine: await selectEngine(name) });
    const other = await trainSymmetry(data, OPTIONS, recordingContext(SEED));
    for (const [tensor, { data: values }] of Object.entries(whole.tensors)) {
      // Batch norm takes a bias before it out again: its gradient is rounding, which Adam blows up.
      if (/^autoencoder\.encoder\.\d\.bias$/.test(tensor)) continue;
      close(other.tensors[tensor].data, values, { atol: 2e-3 }, `${name}: ${tensor}`);
    }
  }
});

test('progress counts the steps, metrics come once an epoch', async () => {
  const context = recordingContext(SEED);
  const { history } = await trainSymmetry(await fullData(), OPTIONS, context);
  const progress = context.events.flatMap((e) => (e.kind === 'progress' ? [e] : []));
  assert.equal(
    progress.map(({ done }) => done),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.ok(progress.every(({ total, unit }) => total === STEPS && unit === 'step'));
  const metrics = context.events.flatMap((e) => (e.kind === 'metrics' ? [e] : []));
  assert.equal(
    metrics.map(({ epoch, step }) => [epoch, step]),
    [
      [1, 2],
      [2, 4],
      [3, 6],
      [4, 8],
    ],
  );
  assert.equal(
    metrics.map(({ values }) => values),
    history.map(({ values }) => values),
  );
  assert.equal(Object.keys(history[0].values).sort(), [
    'cosine',
    'discriminatorFake',
    'discriminatorReal',
    'generator',
    'generatorNorm',
    'reconstruction',
  ]);
});

test('an epoch visits every sample once, and reports the mean over its steps', async () => {
  const run = async (batchSize: number): Promise<readonly number[]> => {
    const options = tinyOptions({
      batchSize,
      optimisers: STILL,
      discriminator: { width: 8, hidden: 2, sees: 'states' },
    });
    const { history } = await trainSymmetry(await tinyData(), options, recordingContext(SEED));
    return history.map(({ values }) => values.discriminatorReal);
  };
  const [first, second] = await run(40);
  close(second, first, { rtol: 1e-6 });
  close(await run(10), [first, first], { rtol: 1e-6 });
  close(await run(4), [first, first], { rtol: 1e-6 });
});

test('every step draws group elements of its own', async () => {
  const windows = circleWindows(40);
  windows.offsets.fill(0);
  const options = tinyOptions({ epochs: 3, batchSize: 40, centre: 'origin', optimisers: STILL });
  const { history } = await trainSymmetry(
    await tinyData({ windows }),
    options,
    recordingContext(2),
  );
  assert.is(new Set(history.map(({ values }) => values.cosine)).size, 3);
});

test('every epoch has an order of its own, and leaves out another rest', async () => {
  const options = tinyOptions({
    epochs: 3,
    batchSize: 21,
    optimisers: STILL,
    discriminator: { width: 8, hidden: 2, sees: 'states' },
  });
  const { history } = await trainSymmetry(await tinyData(), options, recordingContext(2));
  assert.is(new Set(history.map(({ values }) => values.discriminatorReal)).size, 3);
});

test('learning rates follow the schedule', async () => {
  const generatorWith = async (
    hold: number,
    final: number,
    optimisers = OPTIONS.optimisers,
  ): Promise<Float32Array> => {
    const options = tinyOptions({ schedule: { hold, final }, optimisers });
    const { generators } = await trainSymmetry(await tinyData(), options, recordingContext(SEED));
    return generators.get(0)!;
  };
  const constant = await generatorWith(1, 0);
  assert.equal(await generatorWith(0, 1), constant);
  const [start, slow] = [await generatorWith(1, 1, STILL), await generatorWith(0.5, 0)];
  const way = (end: Float32Array): number =>
    Math.hypot(...end.map((value, index) => value - start[index]));
  assert.ok(way(slow) > 0.5 * way(constant) && way(slow) < 0.95 * way(constant));
});

test('thresholding leaves exact zeros from its start on', async () => {
  const zeros = async (threshold: SymmetryOptions['threshold']): Promise<number> => {
    const options = tinyOptions({ epochs: 4, threshold });
    const { generators } = await trainSymmetry(await tinyData(), options, recordingContext(SEED));
    return generators.get(0)!.filter((value) => value === 0).length;
  };
  assert.is(await zeros(null), 0);
  assert.is(await zeros({ epochs: 1, ratio: 0.999, from: 0 }), 3);
  assert.is(await zeros({ epochs: 3, ratio: 0.999, from: 0 }), 3);
  assert.is(await zeros({ epochs: 3, ratio: 0.999, from: 0.8 }), 0);
});

test('a masked entry stays where it is, straight through it moves on', async () => {
  const raw = async (epochs: number, straightThrough: boolean): Promise<Float32Array> => {
    const threshold = { epochs: 1, ratio: 0.999, from: 0, straightThrough };
    const optimisers = {
      ...OPTIONS.optimisers,
      generator: { learningRate: 1e-2, beta1: 0 },
    };
    const options = tinyOptions({ epochs, threshold, optimisers, schedule: { hold: 1, final: 1 } });
    const { tensors } = await trainSymmetry(await tinyData(), options, recordingContext(SEED));
    return tensors['generator.0'].data as Float32Array;
  };
  const moved = async (straightThrough: boolean): Promise<number> => {
    const [early, late] = [await raw(1, straightThrough), await raw(6, straightThrough)];
    return early.filter((value, index) => Math.abs(value - late[index]) > 1e-4).length;
  };
  assert.is(await moved(false), 1);
  assert.is(await moved(true), 4);
});

test('an encoder held back for the whole training ignores the adversarial term', async () => {
  const encoderAfter = async (adversarial: number, encoderDelay: number): Promise<Float32Array> => {
    const weights = { ...OPTIONS.weights, adversarial };
    const options = tinyOptions({ weights, encoderDelay });
    const data = await tinyData({ autoencoder: tinyAutoencoder(2, 2) });
    const { tensors } = await trainSymmetry(data, options, recordingContext(SEED));
    return tensors['autoencoder.encoder.0.weight'].data as Float32Array;
  };
  assert.equal(await encoderAfter(0, 1), await encoderAfter(5, 1));
  assert.not.equal(await encoderAfter(0, 0), await encoderAfter(5, 0));
});

test('frozen statistics stay frozen', async () => {
  const meanAfter = async (epochs: number, freezeStatistics: number): Promise<Float32Array> => {
    const data = await tinyData({ autoencoder: tinyAutoencoder(2, 2) });
    const options = tinyOptions({ epochs, freezeStatistics, schedule: { hold: 1, final: 1 } });
    const { tensors } = await trainSymmetry(data, options, recordingContext(SEED));
    return tensors['autoencoder.encoder.0.norm.mean'].data as Float32Array;
  };
  assert.equal(await meanAfter(4, 0.5), await meanAfter(2, 1));
  assert.not.equal(await meanAfter(4, 1), await meanAfter(2, 1));
});

test('the result has the tensors of every group and no optimiser state', () => {
  assert.equal([...new Set(Object.keys(whole.tensors).map(groupOf))].sort(), [
    'autoencoder',
    'discriminator',
    'displacement',
    'generator',
  ]);
});

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return `${(error as NoetherError).code}: ${(error as Error).message}`;
  }
  return 'no error';
}

async function failureWith(
  options: Partial<SymmetryOptions>,
  data: Partial<SymmetryData> = {},
): Promise<string> {
  return failure(trainSymmetry(await tinyData(data), tinyOptions(options), recordingContext(1)));
}

test('numbers that are no longer numbers stop the training with step and term', async () => {
  const windows = circleWindows(40);
  windows.states[77] = NaN;
  assert.match(await failureWith({}, { windows }), /^not-finite: .*step [12]: .*is NaN/);
  windows.states[77] = 1e30;
  assert.match(await failureWith({}, { windows }), /^not-finite: .*step [12]/);
});

test('data and options that do not fit are refused by name', async () => {
  const rep = representation([{ kind: 'learned', copies: 1, generators: 1, dimension: 3 }]);
  const still = representation([{ kind: 'invariant', copies: 2 }]);
  assert.match(await failureWith({ batchSize: 41 }), /batchSize is 41; there are only 40 samples/);
  assert.match(await failureWith({ batchSize: 0 }), /batchSize is 0; .*at least 1/);
  assert.match(await failureWith({ epochs: 1.5 }), /epochs is 1\.5/);
  assert.match(await failureWith({ representation: rep }), /representation is 3; .* 2 latent/);
  assert.match(await failureWith({ representation: still }), /one of its blocks must move/);
  assert.match(
    await failureWith({}, { autoencoder: tinyAutoencoder(3, 2) }),
    /autoencoder\.inputDimension is 3; the data have 2 variables/,
  );
  const law = { law: 'integer', scale: 0.5 } as const;
  assert.match(await failureWith({ coefficients: law }), /coefficients\.scale is 0\.5; .*whole/);
  const threshold = { epochs: 0, ratio: 0.3, from: 0 };
  assert.match(await failureWith({ threshold }), /threshold\.epochs is 0/);
  assert.match(
    await failureWith({}, { labels: new Float32Array(40) }),
    /labels .*expected 0 values/,
  );
  const discriminator = { width: 8, hidden: 1, sees: 'states', labels: 2 } as const;
  assert.match(await failureWith({ discriminator }), /labels .*expected 80 values/);
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
  assert.match(await failureWith({}, { resume: checkpoint }), /^wrong-checkpoint/);
});

test.run();
