import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Trajectories, trajectories } from '@noether/contracts';
import {
  byFiniteDifferences,
  bySavitzkyGolay,
  bySmoothingSpline,
  equationDataOf,
  type EquationWorkers,
  fitEquations,
  fitStream,
  fourierLibrary,
  functionLibrary,
  type StreamOptions,
  type TrajectoryChunk,
  trajectoryChunks,
} from '@noether/sindy';
import { nodeWorkers } from '../../src/parallel/node-workers.js';
import { close } from '@noether/testkit';
import { lorenzFrom, lorenzPath } from '../lorenz.js';
import { testContext } from '../test-context.js';

const test = suite('fitStream');

const names = ['x', 'y', 'z'];
const shape = { names };
const timesOf = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => row * 0.002);

function twoPaths(): Trajectories {
  const items = [11_000, 300].map((rows, index) => {
    const times = timesOf(rows);
    return { times, states: lorenzFrom([-8 + index, 8, 27], times).states };
  });
  const provenance = { stage: 'test', options: {} };
  return trajectories({ names, units: ['', '', ''], items, provenance });
}

/** The same rows in pieces of the given sizes, in turn. */
async function* cut(data: Trajectories, sizes: readonly number[]): AsyncGenerator<TrajectoryChunk> {
  let piece = 0;
  for (const { times, states } of data.items) {
    for (let from = 0; from < times.length;) {
      const to = Math.min(times.length, from + sizes[piece++ % sizes.length]);
      yield {
        times: times.subarray(from, to),
        states: states.subarray(3 * from, 3 * to),
        starts: from === 0,
      };
      from = to;
    }
  }
}

const join = (parts: readonly Float64Array[]): Float64Array =>
  Float64Array.from(parts.flatMap((part) => [...part]));

const data = twoPaths();
const workers: EquationWorkers[] = [];
test.before(() => {
  workers.push(nodeWorkers(1), nodeWorkers(2));
});
test.after(async () => {
  await Promise.all(workers.map((some) => some.close()));
});

const fit = (
  chunks: AsyncIterable<TrajectoryChunk> | Iterable<TrajectoryChunk>,
  options: StreamOptions = {},
): ReturnType<typeof fitStream> =>
  fitStream(shape, chunks, { degree: 3, ...options }, testContext());

test('what is in memory at once gives the same equations to rounding', async () => {
  const stream = await fit(trajectoryChunks(data));
  const once = fitEquations(equationDataOf(data), { degree: 3 }, testContext());
  assert.equal(
    stream.terms.map(({ name }) => name),
    once.terms.map(({ name }) => name),
  );
  stream.coefficients.forEach((row, target) => {
    close(row, once.coefficients[target], { rtol: 1e-10 });
  });
  close(stream.r2, once.r2, { atol: 1e-12 });
});

for (const method of [byFiniteDifferences({ order: 4 }), bySavitzkyGolay(11, 3)]) {
  test('the cutting into chunks leaves no trace', async () => {
    const whole = await fit(trajectoryChunks(data), { method });
    for (const sizes of [[1, 7, 300], [5000], [4096], [100_000]]) {
      assert.equal((await fit(cut(data, sizes), { method })).coefficients, whole.coefficients);
    }
  });
}

test('any number of workers gives the same bits', async () => {
  const alone = await fit(cut(data, [1000]));
  for (const some of workers) {
    const shared = await fit(cut(data, [1000]), { workers: some });
    assert.equal(shared.coefficients, alone.coefficients);
    assert.equal(shared.r2, alone.r2);
  }
});

test('two fits share workers; libraries with functions travel by name', async () => {
  const library = fourierLibrary(names, 1);
  const options = { library, threshold: 0.5 };
  const [one, other, waves] = await Promise.all([
    fit(cut(data, [999]), { workers: workers[1] }),
    fit(cut(data, [4000]), { workers: workers[1], degree: 2 }),
    fit(cut(data, [999]), { workers: workers[1], ...options }),
  ]);
  assert.equal(one.coefficients, (await fit(cut(data, [999]))).coefficients);
  assert.equal(other.coefficients, (await fit(cut(data, [999]), { degree: 2 })).coefficients);
  assert.equal(waves.coefficients, (await fit(cut(data, [999]), options)).coefficients);
});

test('functions of your own are evaluated here, workers or not', async () => {
  const cube = {
    name: 'cube',
    evaluate: (x: number) => x ** 3,
    derivative: (x: number) => 3 * x * x,
  };
  const library = functionLibrary(names, [{ function: cube }], { constant: true });
  const options = { library, threshold: 0 };
  const shared = await fit(cut(data, [999]), { ...options, workers: workers[1] });
  assert.equal(shared.coefficients, (await fit(cut(data, [999]), options)).coefficients);
});

test('given velocities, weights and inputs go the same way as in memory', async () => {
  const rows = 9000;
  const { states, velocities } = lorenzPath(rows);
  const inputs = Float64Array.from({ length: rows }, (_, row) => Math.sin(row / 50));
  const driven = velocities.map((value, at) =>
    at % 3 === 1 ? value + 2 * inputs[(at - 1) / 3] : value,
  );
  const weights = Float64Array.from({ length: rows }, (_, row) =>
    row % 5 === 0 ? 0 : 1 + (row % 3),
  );
  const joined = new Float64Array(rows * 4);
  for (let row = 0; row < rows; row++) {
    joined.set([...states.subarray(3 * row, 3 * row + 3), inputs[row]], 4 * row);
  }
  const withInput = { names, inputs: ['u'] };
  const once = fitEquations(
    { ...withInput, states: joined, velocities: driven, weights },
    {},
    testContext(),
  );
  const chunk = { times: timesOf(rows), states, velocities: driven, inputs, weights };
  const stream = await fitStream(withInput, [chunk], { workers: workers[1] }, testContext());
  assert.equal(stream.coefficients, once.coefficients);
  assert.equal(stream.text(3)[1], 'dy/dt = 28.0 x - 1.00 y + 2.00 u - 1.00 x z');
});

test('weights of one trajectory leave no trace in the next, whose rows take up the same memory', async () => {
  const rows = 10_000;
  const { states, velocities } = lorenzPath(rows);
  const shaken = velocities.map((value, at) => value + Math.sin(7 * at));
  const weights = Float64Array.from({ length: rows }, (_, row) => 1 + (row % 3));
  const part = { times: timesOf(rows), states, velocities: shaken, starts: true };
  const chunks = [{ ...part, weights }, part, { ...part, weights }];
  const once = fitEquations(
    {
      ...{ names, states: join([states, states, states]) },
      velocities: join([shaken, shaken, shaken]),
      weights: join([weights, new Float64Array(rows).fill(1), weights]),
    },
    {},
    testContext(),
  );
  for (const some of [undefined, ...workers]) {
    const stream = await fit(chunks, { degree: 2, ...(some ? { workers: some } : {}) });
    assert.equal(stream.coefficients, once.coefficients);
  }
});

test('an error of the source comes through as it is, and the workers go on', async () => {
  const gone = new Error('the disk is gone');
  async function* broken(): AsyncGenerator<TrajectoryChunk> {
    yield* cut(data, [9000]);
    throw gone;
  }
  for (const some of [undefined, ...workers]) {
    const options = some ? { workers: some } : {};
    const caught = await fit(broken(), options).catch((error: unknown) => error);
    assert.is(caught, gone);
    assert.is((await fit(cut(data, [5000]), options)).terms.length, 5);
  }
});

/** {@link twoPaths} with gaps: at both ends, of one row, at the seam of chunks, and with pieces too short. */
function broken(): readonly TrajectoryChunk[] {
  const holes = [[0, 1, 40, 42, 47, 3000, 3001, 3002, 8192, 10_999], [150]];
  return twoPaths().items.map(({ times, states }, index) => {
    const [own, clock] = [states.slice(), times.slice()];
    for (const row of holes[index]) own[3 * row + (row % 3)] = row % 2 ? NaN : Infinity;
    if (index === 0) clock[9000] = NaN;
    return { times: clock, states: own, starts: true };
  });
}

test('gaps split a stream as they split what is in memory, whatever the chunks and workers', async () => {
  const provenance = { stage: 'test', options: {} };
  const recorded = { names, units: ['', '', ''], items: broken(), provenance };
  const inMemory = equationDataOf(
    trajectories(recorded, { gaps: 'split' }),
    byFiniteDifferences({ order: 4 }),
  );
  const told = testContext();
  const expected = fitEquations(inMemory, { degree: 2 }, told);
  const method = byFiniteDifferences({ order: 4 });
  const whole = await fitStream(
    shape,
    broken(),
    { degree: 2, method, gaps: 'split' },
    testContext(),
  );
  assert.equal(whole.terms, expected.terms);
  close(whole.coefficients.flat(), expected.coefficients.flat(), { rtol: 1e-10, atol: 1e-12 });
  close(whole.r2, expected.r2, { rtol: 1e-12 });
  for (const size of [1, 7, 1000, 4096]) {
    const context = testContext();
    const pieces = cut({ ...data, items: broken() }, [size]);
    const options = { degree: 2, method, gaps: 'split', workers: workers[0] } as const;
    const streamed = await fitStream(shape, pieces, options, context);
    assert.equal(streamed.coefficients, whole.coefficients, `chunks of ${size}`);
    assert.equal(context.notes, told.notes);
    assert.match(
      context.notes[0],
      /^12 rows with a missing value were cut out, which made 8 pieces of 2 trajectories; \d+ rows between/,
    );
  }
});

test('a stream without gaps is the same to the last bit when it may be split, and tells nothing', async () => {
  const context = testContext();
  const split = await fitStream(shape, trajectoryChunks(data), { gaps: 'split' }, context);
  const refused = await fitStream(shape, trajectoryChunks(data), {}, testContext());
  assert.equal(split.coefficients, refused.coefficients);
  assert.equal(context.notes, []);
});

test('a row that is not finite is named, in a worker too', async () => {
  const { states, velocities } = lorenzPath(9000);
  velocities[3 * 8000 + 1] = NaN;
  const chunk = { times: timesOf(9000), states, velocities };
  for (const some of [undefined, ...workers]) {
    let caught: unknown;
    const options = some ? { workers: some } : {};
    await fit([chunk], options).catch((error: unknown) => (caught = error));
    assert.match(String(caught), /Row 8000: dy\/dt is NaN\. Remove the row/);
    assert.is((caught as { code: string }).code, 'not-finite');
  }
});

const refusals: [RegExp, TrajectoryChunk[], StreamOptions][] = [
  [
    /states of chunk 0 is an array of 5 values; there are 2 times, give 3 for each/,
    [{ times: timesOf(2), states: new Float64Array(5) }],
    {},
  ],
  [
    /overlap is undefined; give the rows on each side/,
    [...trajectoryChunks(data)],
    { method: bySmoothingSpline() },
  ],
  [/0 rows cannot determine 20 terms/, [], {}],
  [
    /Trajectory 1 cannot be differentiated: 2 rows are too few; order 2 needs 3/,
    [
      { times: timesOf(4), states: new Float64Array(12), starts: true },
      { times: timesOf(2), states: new Float64Array(6), starts: true },
    ],
    {},
  ],
  [
    /Chunk 1, row 0: the time 0 does not increase\. Sort .* starts: true/,
    [0, 1].map(() => ({ times: timesOf(3), states: new Float64Array(9) })),
    {},
  ],
  [
    /Chunk 0, row 1: the time NaN does not increase/,
    [{ times: Float64Array.of(0, NaN), states: new Float64Array(6) }],
    {},
  ],
  [
    /states of chunk 0 is an array of 3 values; give a Float64Array/,
    [{ times: Float64Array.of(0), states: [1, 2, 3] as unknown as Float64Array }],
    {},
  ],
  [
    /velocities of chunk 1 is undefined; all chunks of a trajectory have them or none/,
    [
      { times: timesOf(2), states: new Float64Array(6), velocities: new Float64Array(6) },
      { times: Float64Array.of(1, 2), states: new Float64Array(6) },
    ],
    {},
  ],
];
for (const [pattern, chunks, options] of refusals) {
  test(`refuses: ${pattern.source}`, async () => {
    const message = await fit(chunks, options).then(String, String);
    assert.match(message, pattern);
  });
}

test('stops when it is told to, and when its workers end', async () => {
  const stop = new AbortController();
  stop.abort();
  const context = { ...testContext(), signal: stop.signal };
  const aborted = await fitStream(shape, cut(data, [100]), {}, context).then(String, String);
  assert.match(aborted, /AbortError/);
  const brief = nodeWorkers(1);
  await brief.close();
  assert.match(
    await fit(cut(data, [100]), { workers: brief }).then(String, String),
    /A worker ended/,
  );
  assert.throws(() => nodeWorkers(0), /count is 0/);
});

test.run();
