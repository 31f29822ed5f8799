import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { discover, resumeDiscovery, type PipelineConfig } from '../src/index.js';
import { failure, inFolder, numbersOf, silent, tiny, tinyConfig } from './tiny.js';

const SEED = 3;

const restarting = (count: number, epochs = 1, others: object = {}): PipelineConfig =>
  tinyConfig({ symmetry: { ...tiny.symmetry, restarts: { count, epochs } }, ...others });

/** Mean squared reconstruction error of each epoch. */
async function errorsOf(out: string): Promise<number[]> {
  const lines = (await readFile(join(out, 'metrics.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const { values } = JSON.parse(line) as { values: { reconstruction: number } };
    return values.reconstruction;
  });
}

test('one restart is the training without restarts', async () => {
  await inFolder(async (out) => {
    const [plain, once] = [join(out, 'plain'), join(out, 'once')];
    await discover(tinyConfig(), { out: plain, seed: SEED, observe: silent });
    await discover(restarting(1, 2), { out: once, seed: SEED, observe: silent });
    assert.equal(await errorsOf(once), await errorsOf(plain));
    assert.equal((await numbersOf(once)).symmetry, (await numbersOf(plain)).symmetry);
  });
});

test('the restart with the smallest reconstruction error is trained on', async () => {
  await inFolder(async (out) => {
    const [plain, four] = [join(out, 'plain'), join(out, 'four')];
    const begun: number[] = [];
    const notes: string[] = [];
    const observe = (event: ProgressEvent): void => {
      if (event.kind === 'metrics' && event.epoch === 1) begun.push(event.values.reconstruction);
      if (event.kind === 'note') notes.push(event.message);
    };
    await discover(tinyConfig(), { out: plain, seed: SEED, observe: silent });
    await discover(restarting(4), { out: four, seed: SEED, observe });
    assert.is(new Set(begun).size, 4);
    const best = Math.min(...begun);
    assert.is.not(begun.indexOf(best), 0, 'choose a seed whose first start is not the best');
    assert.is(begun[0], (await errorsOf(plain))[0]);
    const [first, ...others] = await errorsOf(four);
    assert.is(first, best);
    assert.is(others.length, 2);
    const told = begun.map(
      (error, at) => `restart ${at + 1}: reconstruction error ${error.toPrecision(3)}`,
    );
    assert.equal(
      notes.filter((note) => note.startsWith('restart')),
      told,
    );
  });
});

for (const stopAt of [1, 2, 3, 6]) {
  test(`stopped in epoch ${stopAt} of the restarts and what follows, a run goes on to the same numbers`, async () => {
    await inFolder(async (out) => {
      const [whole, stopped] = [join(out, 'whole'), join(out, 'stopped')];
      const config = restarting(3, 2);
      await discover(config, { out: whole, seed: SEED, observe: silent });
      const controller = new AbortController();
      const { signal } = controller;
      let epochs = 0;
      const observe = (event: ProgressEvent): void => {
        if (event.kind === 'metrics' && ++epochs === stopAt) controller.abort();
      };
      const stop = await failure(discover(config, { out: stopped, seed: SEED, observe, signal }));
      assert.is(stop.code, 'aborted');
      await resumeDiscovery(stopped, { observe });
      assert.is(epochs, 3 * 2 + 1);
      assert.equal(await errorsOf(stopped), await errorsOf(whole));
      assert.equal((await numbersOf(stopped)).symmetry, (await numbersOf(whole)).symmetry);
      const left = (await readdir(stopped)).filter((name) => name.includes('restart'));
      assert.equal(left, []);
    });
  });
}

test('checkpoints of restarts that a kill left beside the one of the training are removed', async () => {
  await inFolder(async (out) => {
    const controller = new AbortController();
    const { signal } = controller;
    let epochs = 0;
    const observe = (event: ProgressEvent): void => {
      if (event.kind === 'metrics' && ++epochs === 3) controller.abort();
    };
    const run = discover(restarting(2, 1), { out, seed: SEED, observe, signal });
    assert.is((await failure(run)).code, 'aborted');
    const left = ['checkpoint.restart-0.safetensors', 'checkpoint.restart-1.previous.safetensors'];
    for (const name of left) await writeFile(join(out, name), '');
    await resumeDiscovery(out, { observe: silent });
    assert.equal(
      (await readdir(out)).filter((name) => name.includes('restart')),
      [],
    );
  });
});

test.run();
