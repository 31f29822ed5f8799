import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import type { PresetExperiment, Study } from '@noether/pipeline';
import { writeJson } from '../../src/folder/json.js';
import { openPool } from '../../src/parallel/pool.js';
import {
  planExperiment,
  startExperiment,
  type RunOptions,
} from '../../src/reproduce/run-experiment.js';
import type { Outcome } from '../../src/reproduce/outcome.js';
import { runStudy } from '../../src/reproduce/run-study.js';
import { noetherVersion } from '../../src/versions.js';
import { inFolder, silent, tiny } from '../tiny.js';

test('a study runs once for each seed, from the random stream of the seed', async () => {
  await inFolder(async (folder) => {
    let calls = 0;
    const study: Study = {
      name: 'draws',
      study: 'draws',
      seeds: 3,
      quickSeeds: 2,
      share: 1,
      run: ({ random, quick, threads }) => {
        calls += 1;
        assert.is(threads, 1);
        const value = random.uniform();
        return Promise.resolve([{ id: 'X', asks: quick ? 'quick' : 'full', value, holds: true }]);
      },
    };
    const context = { observe: silent, signal: new AbortController().signal };
    const run = (seed: number, place: string, quick = true) =>
      runStudy(study, { folder: join(folder, place), seed, quick, threads: 1 }, context);
    const [first, second] = [await run(1, 'quick'), await run(2, 'quick')];
    assert.is(first.findings[0].asks, 'quick');
    assert.is(first.version, noetherVersion());
    assert.not.equal(first, second);
    assert.equal(await run(1, 'quick'), first, 'kept');
    assert.is(calls, 2);
    const full = await run(1, 'full', false);
    assert.is(full.findings[0].asks, 'full');
    assert.is(full.findings[0].value, first.findings[0].value, 'the same stream');
  });
});

test('a finished seed is kept whichever version made it, with a warning that names both', async () => {
  await inFolder(async (folder) => {
    const study: Study = {
      ...{ name: 'kept', study: 'kept', seeds: 2, quickSeeds: 2, share: 1 },
      run: () => Promise.reject(new Error('it must not run again')),
    };
    const findings = [{ id: 'X', asks: 'one', value: 1, holds: true }];
    const told: ProgressEvent[] = [];
    const context = {
      observe: (event: ProgressEvent) => told.push(event),
      signal: new AbortController().signal,
    };
    const kept = async (content: unknown): Promise<unknown> => {
      await writeJson(join(folder, 'seed-1.json'), content);
      return runStudy(study, { folder, seed: 1, quick: true }, context);
    };
    assert.equal(await kept({ version: '0.0.1', findings }), { version: '0.0.1', findings });
    assert.equal(await kept(findings), { findings }, 'as files of before');
    await kept({ version: noetherVersion(), findings });
    const by = ['by Noether 0.0.1', 'by a version of Noether that was not recorded'];
    assert.equal(
      told.map(({ kind }) => kind),
      ['warning', 'warning', 'note'],
    );
    for (const [index, maker] of by.entries()) {
      const wanted = `seed-1.json was already finished, ${maker}; this is Noether ${noetherVersion()}`;
      const event = told[index];
      assert.match('message' in event ? (event.message ?? '') : '', wanted);
    }
  });
});

async function outcomesOf(
  experiment: PresetExperiment,
  given: Pick<RunOptions, 'out' | 'quick' | 'onEnd'>,
): Promise<Outcome[]> {
  const options = { ...given, threads: 1, observe: () => silent };
  const pool = openPool({ parallel: 1, memory: Infinity });
  const planned = await planExperiment(experiment, options);
  return startExperiment(planned, options, pool).outcomes.finally(() => pool.close());
}

const fewSwings: Omit<PresetExperiment, 'preset'> = {
  name: 'a few swings',
  seeds: 1,
  quickSeeds: 2,
  quick: ['symmetry.epochs=1'],
  share: 1,
  criteria: [
    { id: 'T', asks: 'is there', value: ({ threads }) => threads ?? null, holds: () => true },
  ],
};

test('a preset runs with its quick settings, is judged seed by seed, and has a summary', async () => {
  await inFolder(async (out) => {
    const preset = join(dirname(out), 'tiny.json');
    await mkdir(dirname(preset), { recursive: true });
    await writeFile(preset, JSON.stringify(tiny));
    const experiment = { ...fewSwings, preset };
    const ended: string[] = [];
    const onEnd = (name: string, seed: number): unknown => ended.push(`${name} ${seed}`);
    const outcomes = await outcomesOf(experiment, { out, quick: true, onEnd });
    assert.equal(
      outcomes.map(({ seed, findings }) => [seed, findings[0].value]),
      [
        [1, 1],
        [2, 1],
      ],
    );
    assert.equal(ended, ['a few swings 1', 'a few swings 2']);
    const names = await readdir(join(out, 'quick', preset));
    for (const name of ['seed-1', 'seed-2', 'summary.json']) assert.ok(names.includes(name), name);
  });
});

test('at full size other criteria may be asked', async () => {
  await inFolder(async (out) => {
    const preset = join(dirname(out), 'tiny-full.json');
    await mkdir(dirname(preset), { recursive: true });
    await writeFile(preset, JSON.stringify(tiny));
    const strict = { ...fewSwings.criteria[0], asks: 'is more', holds: () => false };
    const experiment = { ...fewSwings, preset, fullCriteria: [strict] };
    const [full] = await outcomesOf(experiment, { out, quick: false });
    assert.equal(full.findings, [{ id: 'T', asks: 'is more', value: 1, holds: false }]);
  });
});

test.run();
