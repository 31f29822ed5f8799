import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ExperimentResult, Reproduction, Study } from '@noether/pipeline';
import { judgeExperiment } from '../../src/reproduce/judge-experiment.js';
import { keepResult } from '../../src/reproduce/kept-results.js';
import { noetherVersion } from '../../src/versions.js';

const study = (name: string): Study => ({
  name,
  study: name,
  seeds: 1,
  quickSeeds: 1,
  share: 1,
  run: () => Promise.resolve([]),
});

const [first, second, third] = ['first', 'second', 'third'].map(study);

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

test('a damaged result of another experiment is left out with a note, and made again by its next call', async () => {
  const out = await mkdtemp(join(tmpdir(), 'noether-kept-'));
  const notes: string[] = [];
  const onNote = (message: string): number => notes.push(message);
  const keep = async (experiment: Study): Promise<string> => {
    const kept = { result: resultOf(experiment, 1), sections: [] };
    await keepResult(experiment, kept, [first, second], { out, quick: true, onNote });
    return readFile(join(out, 'quick', 'reproduction.txt'), 'utf8');
  };
  await keep(second);
  const path = join(out, 'quick', 'second', 'result.json');
  for (const damaged of ['{ "result": {', 'null', '{}', '{"result":{"criteria":[]}}']) {
    await writeFile(path, damaged);
    const text = await keep(first);
    assert.not.match(text, /(?:pass|FAIL) +second/);
    const left =
      'left out: second, whose result was damaged; reproduce second makes it again from its runs';
    assert.ok(text.endsWith(`\n\n${left}\n`), text);
    const at = (name: string): Promise<string> => readFile(join(out, 'quick', name), 'utf8');
    assert.match(await at('reproduction.html'), `<p class="note">${left}</p>`);
    assert.equal((JSON.parse(await at('reproduction.json')) as Reproduction).leftOut, ['second']);
    const note = `${path} is damaged, so the tables leave out second; reproduce second makes it again from its runs`;
    assert.equal(notes.splice(0), [note]);
  }
  const whole = await keep(second);
  assert.match(whole, /pass +first[^]*pass +second/);
  assert.not.match(whole, 'left out');
  assert.equal(notes, []);
  await rm(out, { recursive: true });
});

test('what another version made is told in the text, on the page and in the JSON', async () => {
  const out = await mkdtemp(join(tmpdir(), 'noether-kept-'));
  const own = noetherVersion();
  const findings = [{ id: 'X', asks: 'one', value: 1, holds: true }];
  const outcomes = ['0.0.1', own, '0.0.1'].map((version, index) => ({
    ...{ seed: index + 1, version, status: null, findings },
  }));
  const place = { out, quick: true };
  const keep = (experiment: Study, result: ExperimentResult): Promise<void> =>
    keepResult(experiment, { result, sections: [] }, [first, second, third], place);
  await keep(third, judgeExperiment(third, outcomes.slice(1, 2)));
  const before: Partial<ExperimentResult> = { ...judgeExperiment(second, outcomes.slice(0, 2)) };
  delete (before as { madeBy?: unknown }).madeBy;
  await keep(second, before as ExperimentResult);
  await keep(first, judgeExperiment(first, outcomes));
  const at = (name: string): Promise<string> => readFile(join(out, 'quick', name), 'utf8');
  const kept = `kept: seeds 1, 3 by Noether 0.0.1; this is Noether ${own}`;
  const unknown = 'kept: seeds 1, 2 by a version of Noether that was not recorded; this is';
  const text = await at('reproduction.txt');
  assert.match(text, `first: 3 of 3 seeds\n      ${kept}\n`);
  assert.match(text, `second: 2 of 2 seeds\n      ${unknown}`);
  assert.is(text.match(/kept:/g)?.length, 2, 'nothing is said of seeds of this version');
  const page = await at('reproduction.html');
  assert.match(page, `<p class="note">${kept}</p>`);
  for (const cell of [`0.0.1, ${own}`, 'not recorded', own]) assert.match(page, `>${cell}</td>`);
  const { version, results } = JSON.parse(await at('reproduction.json')) as Reproduction;
  assert.is(version, own);
  assert.equal(
    results.map(({ madeBy }) => madeBy),
    [
      [
        { version: '0.0.1', seeds: [1, 3] },
        { version: own, seeds: [2] },
      ],
      [{ version: null, seeds: [1, 2] }],
      [{ version: own, seeds: [2] }],
    ],
  );
  await rm(out, { recursive: true });
});

test.run();
