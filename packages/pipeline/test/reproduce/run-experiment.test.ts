import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Study } from '@noether/pipeline';
import { runExperiment } from '../../src/reproduce/run-experiment.js';

test('a study runs once for each seed, from the random stream of the seed', async () => {
  const out = await mkdtemp(join(tmpdir(), 'noether-study-'));
  let calls = 0;
  const study: Study = {
    name: 'draws',
    study: 'draws',
    seeds: 3,
    quickSeeds: 2,
    share: 1,
    run: ({ random, quick }) => {
      calls += 1;
      const value = random.uniform();
      return Promise.resolve([{ id: 'X', asks: quick ? 'quick' : 'full', value, holds: true }]);
    },
  };
  const options = { out, observe: () => () => undefined };
  const quick = await runExperiment(study, { ...options, quick: true });
  assert.equal(
    quick.map(({ seed, status }) => [seed, status]),
    [
      [1, null],
      [2, null],
    ],
  );
  assert.is(quick[0].findings[0].asks, 'quick');
  assert.not.equal(quick[0].findings, quick[1].findings);
  assert.equal(await runExperiment(study, { ...options, quick: true }), quick, 'kept');
  assert.is(calls, 2);
  const full = await runExperiment(study, { ...options, quick: false });
  assert.is(full.length, 3);
  assert.is(full[0].findings[0].value, quick[0].findings[0].value, 'the same stream');
  await rm(out, { recursive: true });
});

test.run();
