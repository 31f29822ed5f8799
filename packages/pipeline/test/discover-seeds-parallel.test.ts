import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { discoverSeeds, inspectRun, resumeSeeds } from '../src/index.js';
import { failure, inFolder, numbersOf, silent, tinyConfig } from './tiny.js';

const seeds = [4, 5];

/** What the runs of a folder wrote, but for the times. */
async function writtenIn(out: string): Promise<unknown> {
  const written = seeds.map(async (seed) => {
    const at = (name: string): Promise<string> =>
      readFile(join(out, `seed-${seed}`, name), 'base64');
    const files = ['metrics.jsonl', 'encoder.safetensors', 'symmetry.json', 'equations.json'];
    return [await numbersOf(join(out, `seed-${seed}`)), ...(await Promise.all(files.map(at)))];
  });
  return Promise.all(written);
}

/** The processes that are begun while `work` is done. */
async function withChildren<T>(work: (children: ChildProcess[]) => Promise<T>): Promise<T> {
  const children: ChildProcess[] = [];
  const hear = (message: unknown): void => {
    children.push((message as { process: ChildProcess }).process);
  };
  subscribe('child_process', hear);
  try {
    return await work(children);
  } finally {
    unsubscribe('child_process', hear);
  }
}

const atFirstEpoch =
  (act: () => void) =>
  (event: ProgressEvent): void => {
    if (event.kind === 'metrics' && event.epoch === 1) act();
  };

test('seeds at once, one of them killed, stopped and resumed, write what they write one by one', async () => {
  const options = { seeds: 2, firstSeed: seeds[0], observe: () => silent };
  let expected: unknown;
  await inFolder(async (out) => {
    await discoverSeeds(tinyConfig(), { ...options, out, parallel: 1 });
    expected = await writtenIn(out);
  });
  await inFolder(async (out) => {
    const killed = await withChildren((children) => {
      const kill = atFirstEpoch(() => children[1].kill('SIGKILL'));
      const observe = (seed: number) => (seed === 5 ? kill : silent);
      return failure(discoverSeeds(tinyConfig(), { ...options, out, parallel: 2, observe }));
    });
    assert.is(killed.code, 'process-ended');
    assert.match(killed.message, `seed 5 in ${join(out, 'seed-5')} ended with signal SIGKILL`);
    const first = await inspectRun(join(out, 'seed-4'));
    assert.is(first.kind === 'run' && first.state, 'finished', 'the other seed is kept');

    const controller = new AbortController();
    const { signal } = controller;
    const stop = (event: ProgressEvent): void => {
      if (event.stage === 'training') controller.abort();
    };
    const observe = (seed: number) => (seed === 5 ? stop : silent);
    const stopped = await failure(resumeSeeds(out, { parallel: 2, observe, signal }));
    assert.is(stopped.code, 'aborted');
    const second = await inspectRun(join(out, 'seed-5'));
    assert.is(second.kind === 'run' && second.state, 'interrupted');

    const summary = await resumeSeeds(out, { parallel: 1, observe: () => silent });
    assert.is(summary.runs, 2);
    assert.equal(await writtenIn(out), expected);
  });
});

test('faulty input is told as by a run in this process, and leaves the folder free', async () => {
  await inFolder(async (out) => {
    const faulty = tinyConfig({ windows: { interval: 40 } });
    const options = { out, seeds: 2, firstSeed: 1, parallel: 2, observe: () => silent };
    const { code, message } = await failure(discoverSeeds(faulty, options));
    assert.is(code, 'trajectory-too-short');
    assert.is((await inspectRun(out)).kind, 'none', message);
  });
});

test('the number at once and the threads are whole numbers', async () => {
  await inFolder(async (out) => {
    const options = { out, seeds: 1, firstSeed: 1, observe: () => silent };
    const none = await failure(discoverSeeds(tinyConfig(), { ...options, parallel: 0 }));
    assert.match(none.message, 'parallel is 0; it must be a whole number, at least 1');
    const half = await failure(discoverSeeds(tinyConfig(), { ...options, threads: 0.5 }));
    assert.match(half.message, 'threads is 0.5; it must be a whole number, at least 1');
  });
});

test.run();
