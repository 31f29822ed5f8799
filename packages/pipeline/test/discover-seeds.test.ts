import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import { discover, discoverSeeds, inspectRun, resumeSeeds } from '../src/index.js';
import { summarise } from '../src/summarise.js';
import { failure, inFolder, numbersOf, silent, tinyConfig } from './tiny.js';

test('seeds get folders of their own and a summary; what is finished is not run again', async () => {
  await inFolder(async (out) => {
    const seen: number[] = [];
    const options = {
      out,
      seeds: 2,
      firstSeed: 4,
      parallel: 1,
      observe: () => silent,
      onSeed: (record: RunRecord) => seen.push(record.seed),
    };
    const summary = await discoverSeeds(tinyConfig(), options);
    assert.equal(seen, [4, 5]);
    assert.equal(JSON.parse(await readFile(join(out, 'summary.json'), 'utf8')), summary);
    assert.match(await readFile(join(out, 'summary.html'), 'utf8'), './seed-4/report.html');
    assert.is(summary.runs, 2);
    assert.is(summary.discovered + Object.values(summary.failures).flat().length, 2);

    const fifth = await numbersOf(join(out, 'seed-5'));
    await rm(join(out, 'seed-5'), { recursive: true });
    await rm(join(out, 'summary.json'));
    const partial = await inspectRun(out);
    assert.is(partial.kind === 'seeds' && partial.state, 'interrupted');
    const begun: number[] = [];
    const observe = (seed: number) => (event: { kind: string }) => {
      if (event.kind === 'metrics' && !begun.includes(seed)) begun.push(seed);
    };
    const again = await resumeSeeds(out, { observe, parallel: 1 });
    assert.equal(begun, [5]);
    assert.equal(await numbersOf(join(out, 'seed-5')), fifth);
    assert.is(again.runs, 2);

    const other = tinyConfig({ name: 'other' });
    assert.is((await failure(discoverSeeds(other, options))).code, 'folder-in-use');
  });
});

test('what a folder holds of other settings or of another seed does not count as the seed', async () => {
  await inFolder(async (out) => {
    const options = { out, seeds: 1, firstSeed: 1, parallel: 1, observe: () => silent };
    const run = (name: string, seed: number) =>
      discover(tinyConfig({ name }), { out: join(out, 'seed-1'), seed, observe: silent });
    const refusal = async (): Promise<string> => {
      const { code, message } = await failure(discoverSeeds(tinyConfig(), options));
      await rm(join(out, 'seed-1'), { recursive: true });
      return `${code}: ${message}`;
    };
    await discoverSeeds(tinyConfig(), options);
    await rm(join(out, 'seed-1'), { recursive: true });
    await run('other', 1);
    assert.match(await refusal(), /^folder-in-use: .*seed-1 holds a run with other settings\./);
    await run('tiny', 2);
    assert.match(await refusal(), /^folder-in-use: .*seed-1 holds a run of seed 2\./);
    await run('tiny', 1);
    const record = join(out, 'seed-1', 'run.json');
    await writeFile(record, (await readFile(record, 'utf8')).replace('"seed": 1', '"seed": 3'));
    assert.match(await refusal(), /^folder-in-use: .*seed-1 holds a run of seed 3\./);
    assert.is((await discoverSeeds(tinyConfig(), options)).runs, 1);
  });
});

test('faulty input leaves the folder free for the corrected discovery', async () => {
  await inFolder(async (out) => {
    const options = { out, seeds: 1, firstSeed: 1, parallel: 1, observe: () => silent };
    const faulty = tinyConfig({ windows: { interval: 40 } });
    assert.is((await failure(discoverSeeds(faulty, options))).code, 'trajectory-too-short');
    assert.is((await discoverSeeds(tinyConfig(), options)).runs, 1);
  });
});

test('seeds that another process writes to stay its own, the others go on later', async () => {
  await inFolder(async (out) => {
    const options = { out, seeds: 2, firstSeed: 1, parallel: 1, observe: () => silent };
    const lockOf = (folder: string): string => join(folder, 'lock.json');
    const leaveLock = async (folder: string): Promise<void> => {
      await mkdir(folder, { recursive: true });
      const foreign = { pid: 7, host: 'elsewhere', began: null };
      await writeFile(lockOf(folder), JSON.stringify(foreign));
    };
    const second = join(out, 'seed-2');
    await leaveLock(out);
    assert.is((await failure(discoverSeeds(tinyConfig(), options))).code, 'folder-locked');
    await rm(lockOf(out));
    await leaveLock(second);
    const { code, message } = await failure(discoverSeeds(tinyConfig(), options));
    assert.is(code, 'folder-locked');
    assert.match(message, `${second} is being written by process 7 on elsewhere.`);
    assert.ok((await readdir(join(out, 'seed-1'))).includes('run.json'), 'finished before');
    assert.equal(await readdir(second), ['lock.json']);

    const faulty = tinyConfig({ windows: { interval: 40 } });
    const other = { ...options, out: join(out, 'other') };
    await leaveLock(join(other.out, 'seed-2'));
    assert.is((await failure(discoverSeeds(faulty, other))).code, 'trajectory-too-short');
    assert.equal(await readdir(join(other.out, 'seed-2')), ['lock.json']);

    await rm(lockOf(second));
    await leaveLock(out);
    assert.is((await failure(resumeSeeds(out, options))).code, 'folder-locked');
    await rm(lockOf(out));
    assert.is((await resumeSeeds(out, options)).runs, 2);
  });
});

test('a folder without seeds cannot be resumed, and nothing is not a number of seeds', async () => {
  await inFolder(async (out) => {
    assert.is((await failure(resumeSeeds(out, { observe: () => silent }))).code, 'no-run');
    const none = { out, seeds: 0, firstSeed: 1, observe: () => silent };
    assert.match((await failure(discoverSeeds(tinyConfig(), none))).message, 'seeds is 0');
  });
});

test('a summary takes medians over the discoveries and lists the others by name', () => {
  const record = (seed: number, status: string, omega: number): RunRecord =>
    ({
      seed,
      status,
      reason: '',
      seconds: { total: 10 * seed },
      symmetry: { omega, bce: {}, invariance: null },
      reconstruction: { relativeMse: NaN },
      equations: { r2: [] },
      forecast: {},
    }) as unknown as RunRecord;
  const summary = summarise('x', [
    record(1, 'discovered', 3),
    record(2, 'collapsed', 0),
    record(3, 'discovered', 4),
    record(4, 'diverged', NaN),
    record(5, 'collapsed', 0.1),
  ]);
  assert.is(summary.successRate, 0.4);
  assert.is(summary.medians.omega, 3.5);
  assert.is(summary.medians.seconds, 20);
  assert.is(summary.medians.invarianceRatio, null);
  assert.equal(summary.failures, { collapsed: [2, 5], diverged: [4] });
  assert.is(summary.rows[3].omega, null);
});

test.run();
