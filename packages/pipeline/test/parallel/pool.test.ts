import { isDeepStrictEqual } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NoetherError, type ProgressEvent } from '@noether/contracts';
import { allSettled } from '../../src/parallel/all-settled.js';
import { openPool, type Pool } from '../../src/parallel/pool.js';
import { silent } from '../tiny.js';
import { crash, echo, fail, last } from './remote-examples.js';

async function withPool<T>(
  parallel: number,
  work: (pool: Pool) => Promise<T>,
  signal?: AbortSignal,
  memory = Infinity,
): Promise<T> {
  const pool = openPool({ parallel, memory }, signal);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

const turn = (name: string, order = 0, observe: (event: ProgressEvent) => void = silent) => ({
  name,
  order,
  memory: 1,
  begin: () => observe,
});

async function errorOf(promise: Promise<unknown>): Promise<NodeJS.ErrnoException> {
  return promise.then(
    () => new Error('it should have failed'),
    (error: unknown) => error as Error,
  );
}

test('one at a time runs in this process, the lowest order first, what follows before what waits', async () => {
  const ran: string[] = [];
  await withPool(1, async (pool) => {
    const run = (name: string, order: number): Promise<unknown> =>
      pool.run(echo, name, { ...turn(name, order), begin: () => (ran.push(name), silent) });
    const first = run('first', 0).then(() => run('follows', 0));
    await Promise.all([first, run('third', 2), run('second', 1), run('fourth', 2)]);
    assert.is((await pool.run(echo, null, turn('here'))).pid, process.pid);
  });
  assert.equal(ran, ['first', 'follows', 'second', 'third', 'fourth']);
});

test('two at once run in two processes, and values survive the way', async () => {
  const input = { numbers: Float64Array.of(1, NaN), none: undefined, infinite: -Infinity };
  const results = await withPool(2, (pool) =>
    Promise.all([1, 2, 3].map((at) => pool.run(echo, input, turn(`task ${at}`)))),
  );
  for (const result of results) assert.ok(isDeepStrictEqual(result.input, input));
  const pids = new Set(results.map(({ pid }) => pid));
  assert.is(pids.size, 2);
  assert.not.ok(pids.has(process.pid));
});

test('an error arrives as it was thrown, and stops the others', async () => {
  const [error, other] = await withPool(2, (pool) =>
    Promise.all([
      errorOf(pool.run(fail, 'bad-value', turn('faulty'))),
      errorOf(pool.run(last, null, turn('endless'))),
    ]),
  );
  assert.instance(error, NoetherError);
  const { code, argument, value, hint, message, cause, stack } = error as NoetherError;
  assert.equal(
    [code, argument, value, hint],
    ['invalid-argument', 'width', undefined, 'Give a number.'],
  );
  assert.is(message, 'width is NaN. Give a number.');
  assert.is((cause as Error).message, 'the reason');
  assert.match(stack ?? '', 'remote-examples');
  assert.is(other.code, 'aborted');
});

test('an error of the system keeps its code and path', async () => {
  const error = await withPool(2, (pool) => errorOf(pool.run(fail, 'no-file', turn('faulty'))));
  assert.equal([error.code, error.path], ['ENOENT', '/no/such/file']);
});

test('a process that is killed or crashes fails alone, by its name; the others go on', async () => {
  await withPool(2, async (pool) => {
    const work = [
      pool.run(crash, 'killed', turn('seed 1 in here')),
      pool.run(crash, 'exit', turn('seed 2 in there')),
      pool.run(echo, 3, turn('seed 3')),
    ];
    const failure = errorOf(allSettled(work));
    const [killed, exited] = await Promise.all([errorOf(work[0]), errorOf(work[1])]);
    assert.is(killed.code, 'process-ended');
    assert.match(killed.message, 'The process of seed 1 in here ended with signal SIGKILL. ');
    assert.match(exited.message, 'The process of seed 2 in there ended with exit code 7. ');
    assert.match((exited.cause as Error).message, /^out of memory$/m);
    assert.is((await work[2]).input, 3);
    assert.ok([killed, exited].includes(await failure));
  });
});

test('an abort stops what runs in both processes and what waits; Ctrl-C alone does not end them', async () => {
  const controller = new AbortController();
  let begun = 0;
  const observe = (event: ProgressEvent): void => {
    if (event.kind === 'note') process.kill(Number(event.message), 'SIGINT');
    if (++begun === 2) controller.abort();
  };
  const work = (pool: Pool): Promise<NodeJS.ErrnoException[]> =>
    Promise.all([1, 2, 3].map((at) => errorOf(pool.run(last, null, turn(`${at}`, at, observe)))));
  const errors = await withPool(2, work, controller.signal);
  assert.is(begun, 2);
  for (const { code } of errors) assert.is(code, 'aborted');
});

test('what takes more memory than is left waits, unless nothing else runs', async () => {
  const results = await withPool(
    2,
    (pool) => {
      const run = (memory: number) => pool.run(echo, null, { ...turn('task'), memory });
      return Promise.all([run(2), run(9), run(2)]);
    },
    undefined,
    3,
  );
  assert.is(new Set(results.map(({ pid }) => pid)).size, 1);
});

test.run();
