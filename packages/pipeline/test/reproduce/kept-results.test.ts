import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Study } from '@noether/pipeline';
import { judgeExperiment } from '../../src/reproduce/judge-experiment.js';
import { keepResult } from '../../src/reproduce/kept-results.js';

const study = (name: string): Study => ({
  name,
  study: name,
  seeds: 1,
  quickSeeds: 1,
  share: 1,
  run: () => Promise.resolve([]),
});

const [first, second] = [study('first'), study('second')];

const resultOf = (experiment: Study, value: number) =>
  judgeExperiment(experiment, [
    { seed: 1, status: null, findings: [{ id: 'X', asks: 'one', value, holds: value === 1 }] },
  ]);

test('the tables hold what earlier calls came to, in the order of the experiments', async () => {
  const out = await mkdtemp(join(tmpdir(), 'noether-kept-'));
  const keep = async (experiment: Study, value: number, quick = true): Promise<string> => {
    const result = resultOf(experiment, value);
    await keepResult(experiment, { result, sections: [] }, [first, second], { out, quick });
    return readFile(join(out, quick ? 'quick' : 'full', 'reproduction.txt'), 'utf8');
  };
  assert.not.match(await keep(second, 2), 'first');
  assert.match(await keep(first, 1), /pass +first[^]*FAIL +second/);
  assert.match(await keep(second, 1), /pass +first[^]*pass +second/, 'the last result counts');
  assert.not.match(await keep(second, 1, false), 'first', 'quick and full runs are told apart');
  const page = await readFile(join(out, 'quick', 'reproduction.html'), 'utf8');
  assert.match(page, '2 of 2 experiments pass');
  await rm(out, { recursive: true });
});

test.run();
