import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { GrowthRecord, ProgressEvent } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { discover, parseConfig, resumeDiscovery, type PipelineConfig } from '../src/index.js';
import { failure, inFolder, numbersOf, silent, tiny, tinyConfig } from './tiny.js';

const auto = (changes: object = {}): PipelineConfig =>
  tinyConfig({ symmetry: { ...tiny.symmetry, generators: 'auto', ...changes } });

test('an automatic number of generators is recorded, shown and told', async () => {
  await inFolder(async (out) => {
    const notes: string[] = [];
    const observe = (event: ProgressEvent): void => {
      if (event.kind === 'note') notes.push(event.message);
    };
    const record = await discover(auto(), { out, seed: 1, observe });
    const growth = record.generatorGrowth;
    assert.equal([growth?.generators, growth?.most, growth?.trials.length], [1, 1, 1]);
    assert.is(growth?.trials[0].status, record.status);
    assert.is(record.symmetry.generators.length, 1);
    assert.match(notes.join(), `with 1 generator: ${record.status}, 1 independent`);
    const page = await readFile(join(out, 'report.html'), 'utf8');
    assert.match(page, 'Generators: 1');
    assert.match(page, growth?.reason ?? '?');
  });
});

test('an interrupted search goes on to the numbers of a whole one', async () => {
  await inFolder(async (out) => {
    const [whole, stopped] = [join(out, 'whole'), join(out, 'stopped')];
    await discover(auto(), { out: whole, seed: 3, observe: silent });
    const controller = new AbortController();
    const { signal } = controller;
    const observe = (event: ProgressEvent): void => {
      if (event.kind === 'metrics' && event.epoch === 2) controller.abort();
    };
    const error = await failure(discover(auto(), { out: stopped, seed: 3, observe, signal }));
    assert.is(error.code, 'aborted');
    let begun = 0;
    const resumed = await resumeDiscovery(stopped, {
      observe: (event) => {
        if (event.kind === 'metrics') begun += 1;
      },
    });
    assert.is(begun, 1, 'two epochs are not trained again');
    const expected = await numbersOf(whole);
    const found = await numbersOf(stopped);
    assert.equal(found.symmetry, expected.symmetry);
    assert.equal(found.generatorGrowth, expected.generatorGrowth);

    // The trainings are over, the report is not: nothing is trained again.
    await rm(join(stopped, 'run.json'));
    begun = 0;
    const again = await resumeDiscovery(stopped, {
      observe: (event) => {
        if (event.kind === 'metrics') begun += 1;
      },
    });
    assert.is(begun, 0);
    assert.equal(again.symmetry, resumed.symmetry);
  });
});

test('a number of generators replaces that of the representation, where there is one block', async () => {
  await inFolder(async (out) => {
    const config = auto({ generators: 2, representation: '(2,1,2)' });
    const record = await discover(config, { out: join(out, 'two'), seed: 1, observe: silent });
    assert.is(record.symmetry.generators.length, 2);
    assert.is(record.generatorGrowth, undefined);
    const fixed = auto({ representation: '(2,so2)' });
    const error = await failure(discover(fixed, { out, seed: 1, observe: silent }));
    assert.match(error.message, /symmetry\.generators is "auto"; it needs a representation of one/);
    const wide = { ...auto(), autoencoder: { ...auto().autoencoder, latentDimension: 13 } };
    const refused = await failure(discover(wide, { out, seed: 1, observe: silent }));
    assert.match(
      refused.message,
      /generators is "auto"; it is for at most 12 dimensions and there are 13/,
    );
  });
});

/** Points of a torus, (cos α, sin α, cos β, sin β), as a table: the second angle by the first and by chance. */
function torusPoints(secondAngle: (first: number, chance: number) => number): string {
  const random = randomStream('points');
  const lines = Array.from({ length: 1200 }, (_, row) => {
    const first = 2 * Math.PI * random.uniform();
    const second = secondAngle(first, random.uniform());
    const point = [Math.cos(first), Math.sin(first), Math.cos(second), Math.sin(second)];
    return [Math.floor(row / 12), 0.1 * (row % 12), ...point].join();
  });
  return ['trajectory,t,a,b,c,d', ...lines].join('\n');
}

/** Raw points, whose generators turn the two planes at rates that are learned. */
const onTorus = (file: string): PipelineConfig =>
  parseConfig(
    {
      name: 'torus',
      data: { file },
      windows: { timesteps: 1 },
      autoencoder: { architecture: 'identity' },
      equations: { degree: 1 },
      symmetry: {
        representation: [
          {
            kind: 'learned',
            dimension: 4,
            parametrisation: { kind: 'span', group: 'torus2' },
          },
        ],
        generators: 'auto',
        generatorScale: 3,
        batchSize: 128,
        epochs: 30,
        discriminator: { width: 32, hidden: 2, sees: 'states' },
        encoderDelay: 0,
        threshold: null,
      },
    },
    'torus',
  );

test('the second shift of a torus is read off the first, and an interrupted search finds the same', async () => {
  await inFolder(async (out) => {
    const file = `${out}.csv`;
    await writeFile(
      file,
      torusPoints((_, chance) => 2 * Math.PI * chance),
    );
    const record = await discover(onTorus(file), { out: `${out}-1`, seed: 1, observe: silent });
    const { generators, trials, reason } = record.generatorGrowth as GrowthRecord;
    assert.is(generators, 2, reason);
    assert.equal(
      trials.map((trial) => [trial.generators, trial.from, trial.independent]),
      [
        [1, undefined, 1],
        [2, 1, 2],
        [3, undefined, 2],
      ],
    );
    assert.match(reason, 'One implies them.');
    const page = await readFile(join(`${out}-1`, 'report.html'), 'utf8');
    assert.match(page, '2, implied by 1, chosen');

    const controller = new AbortController();
    let trained = 0;
    const observe = (event: ProgressEvent): void => {
      if (event.kind === 'note') trained += 1;
      if (event.kind === 'metrics' && trained === 1 && event.epoch === 2) controller.abort();
    };
    const { signal } = controller;
    await failure(discover(onTorus(file), { out: `${out}-2`, seed: 1, observe, signal }));
    const resumed = await resumeDiscovery(`${out}-2`, { observe: silent });
    assert.equal(resumed.generatorGrowth, record.generatorGrowth);
    assert.equal(resumed.symmetry, record.symmetry);
  });
});

test.run();
