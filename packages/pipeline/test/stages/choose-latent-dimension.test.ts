import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import {
  discover,
  parseConfig,
  resumeDiscovery,
  withLatentDimension,
  type PipelineConfig,
} from '../../src/index.js';
import { failure, inFolder, numbersOf, silent, tiny, tinyConfig } from '../tiny.js';

const auto = (changes: object = {}): PipelineConfig =>
  tinyConfig({ autoencoder: { ...tiny.autoencoder, latentDimension: 'auto' }, ...changes });

test('an automatic latent dimension is scanned, recorded, shown, and the run goes on with it', async () => {
  await inFolder(async (out) => {
    const events: ProgressEvent[] = [];
    const observe = (event: ProgressEvent): void => void events.push(event);
    const record = await discover(auto(), { out, seed: 1, observe });
    const scan = record.latentDimension;
    assert.is(scan?.dimension, 2);
    assert.is(scan?.clear, true);
    assert.equal(
      scan?.rows.map(({ dimension }) => dimension),
      [1, 2],
    );
    assert.ok(scan && scan.rows[0].error > 0.02 && scan.rows[1].error < 1e-6);
    assert.is(record.symmetry.generators[0].length, 2);
    assert.equal((await numbersOf(out)).latentDimension, scan);
    const stages = [...new Set(events.map(({ stage }) => stage))];
    assert.equal(stages.slice(0, 3), ['data', 'dimension', 'training']);
    const page = await readFile(join(out, 'report.html'), 'utf8');
    assert.match(page, 'What was chosen for you');
    assert.match(page, scan?.reason ?? '?');
    assert.match(page, 'figure-latent-dimension');
    const config = JSON.parse(await readFile(join(out, 'config.json'), 'utf8')) as PipelineConfig;
    assert.is(config.autoencoder.latentDimension, 'auto');
  });
});

test('a run stopped in the scan goes on with its rows, to the numbers of a whole one', async () => {
  await inFolder(async (out) => {
    const whole = join(out, 'whole');
    await discover(auto(), { out: whole, seed: 3, observe: silent });
    const stopped = join(out, 'stopped');
    const controller = new AbortController();
    const observe = (event: ProgressEvent): void => {
      if (event.stage === 'dimension' && event.kind === 'progress') controller.abort();
    };
    const { signal } = controller;
    const error = await failure(discover(auto(), { out: stopped, seed: 3, observe, signal }));
    assert.is(error.code, 'aborted');
    const rows = JSON.parse(await readFile(join(whole, 'dimension-scan.json'), 'utf8')) as {
      rows: unknown[];
    };
    const first = { ...rows, rows: rows.rows.slice(0, 1) };
    await writeFile(join(stopped, 'dimension-scan.json'), JSON.stringify(first));
    const begun: number[] = [];
    await resumeDiscovery(stopped, {
      observe: (event) => {
        if (event.stage === 'dimension' && event.kind === 'progress') begun.push(event.done);
      },
    });
    assert.ok(
      begun.every((done) => done > 3000),
      'the first dimension is not trained again',
    );
    const { latentDimension, symmetry } = await numbersOf(stopped);
    const expected = await numbersOf(whole);
    assert.equal(latentDimension, expected.latentDimension);
    assert.equal(symmetry, expected.symmetry);

    await rm(join(stopped, 'run.json'));
    const other = { ...first, data: 'other' };
    await writeFile(join(stopped, 'dimension-scan.json'), JSON.stringify(other));
    const changed = await failure(resumeDiscovery(stopped, { observe: silent }));
    assert.is(changed.code, 'changed-data');
  });
});

test('what cannot be carried over to another dimension is refused before the scan', async () => {
  await inFolder(async (out) => {
    const refused = async (changes: object, message: RegExp): Promise<void> => {
      const error = await failure(discover(auto(changes), { out, seed: 1, observe: silent }));
      assert.match(error.message, message);
    };
    const identity = { architecture: 'identity', latentDimension: 'auto' };
    await refused({ autoencoder: identity }, /without an encoder there is none to choose/);
    const symmetry = { ...tiny.symmetry, representation: '(2,1,2);(2,)' };
    await refused({ symmetry }, /needs one learned block on all coordinates, such as "\(2,1,2\)"/);
  });
});

test('a representation that is written out follows the dimension', () => {
  const config = (representation: unknown): PipelineConfig =>
    parseConfig({ data: { system: 'pendulum' }, symmetry: { representation } }, 'test');
  const of = (representation: unknown, dimension: number): unknown =>
    withLatentDimension(config(representation), dimension).symmetry.representation;
  const block = { kind: 'learned', copies: 1, generators: 1, dimension: 3 };
  assert.equal(of('(2,1,2)', 3), [block]);
  assert.equal(of('(2,2,2,o)', 4), [
    { ...block, generators: 2, dimension: 4, parametrisation: { kind: 'skew' } },
  ]);
  assert.equal(of([{ kind: 'learned', dimension: 2 }], 3), [block]);
  assert.throws(() => of('(2,1,4,2+2)', 3), /needs one learned block/);
  const raw = { data: { system: 'pendulum' }, autoencoder: { architecture: 'identity' } };
  const wanted = /^autoencoder\.latentDimension is 3; without an encoder there is none to choose/;
  assert.throws(() => withLatentDimension(parseConfig(raw, 'test'), 3), wanted);
});

test.run();
