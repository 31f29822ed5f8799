import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { discover, inspectRun, judgeRun, rebuildReport, resumeDiscovery } from '../src/index.js';
import { failure, inFolder, numbersOf, silent, timeless, tiny, tinyConfig } from './tiny.js';

test('a run writes all its files, tells its stages in order, and its report can be drawn again', async () => {
  await inFolder(async (out) => {
    const events: ProgressEvent[] = [];
    const record = await discover(tinyConfig(), {
      out,
      seed: 1,
      observe: (event) => events.push(event),
    });
    const names = await readdir(out);
    for (const name of [
      'checkpoint.previous.safetensors',
      'checkpoint.safetensors',
      'config.json',
      'encoder.safetensors',
      'equations.json',
      'figures',
      'forecast.json',
      'metrics.jsonl',
      'report-input.json',
      'report.html',
      'run.json',
      'state.json',
      'symmetry.json',
    ]) {
      assert.ok(names.includes(name), `${name} is missing`);
    }
    assert.not(names.some((name) => /tmp|next/.test(name)));
    assert.equal(
      [...new Set(events.map(({ stage }) => stage))],
      ['data', 'training', 'equations', 'forecast', 'report'],
    );
    const epochs = (await readFile(join(out, 'metrics.jsonl'), 'utf8')).trim().split('\n');
    assert.equal(
      epochs.map((line) => (JSON.parse(line) as { epoch: number }).epoch),
      [1, 2, 3],
    );
    assert.equal(await numbersOf(out), JSON.parse(JSON.stringify(timeless(record))));
    assert.is(record.symmetry.generators[0].length, 2);
    assert.ok((record.symmetry.invariance?.shuffled ?? 0) > 0);
    assert.is(record.forecast.nrmse.length, record.forecast.times.length);
    const { training, judgement = 0, total } = record.seconds;
    assert.ok(training > 0 && judgement > 0 && total > training + judgement);
    assert.is(record.versions.node, process.versions.node);

    const again = await rebuildReport(out);
    assert.is(again, join(out, 'report.html'));
    assert.match(await readFile(again, 'utf8'), 'tiny');
    assert.is((await inspectRun(out)).kind, 'run');
  });
});

test('a run is judged on data held out, to the numbers that judge gives afterwards', async () => {
  await inFolder(async (out) => {
    const record = await discover(tinyConfig(), { out, seed: 2, observe: silent });
    const [{ seed, judgement }] = await judgeRun(out, { observe: silent });
    assert.is(seed, 2);
    const { eigenvalues, closure, invariance, isNonCompact, ...judged } = judgement;
    assert.equal(record.action, judged);
    assert.ok(
      Number.isFinite(invariance?.ratio) && record.symmetry?.invariance,
      'the energy is known',
    );
    assert.is(eigenvalues[0].length, 2);
    assert.is(closure, 0);
    assert.not.ok(isNonCompact);
    assert.match(await readFile(join(out, 'report.html'), 'utf8'), 'On data held out');
    assert.equal(JSON.parse(await readFile(join(out, 'judgement.json'), 'utf8')), judgement);
  });
});

test('a cut encoder and a generator that is no number are one error that names the file', async () => {
  await inFolder(async (out) => {
    await discover(tinyConfig(), { out, seed: 2, observe: silent });
    const judged = () => failure(judgeRun(out, { observe: silent }));
    const encoder = join(out, 'encoder.safetensors');
    const bytes = await readFile(encoder);
    for (const length of [4, bytes.length - 8]) {
      await writeFile(encoder, bytes.subarray(0, length));
      const { code, message } = await judged();
      assert.is(code, 'corrupt-file');
      assert.ok(
        message.startsWith(`${encoder} is damaged: Not a readable safetensors file`),
        message,
      );
    }
    await writeFile(encoder, bytes);
    const path = join(out, 'symmetry.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/("generators": \[\s*\[)[^,]*/, '$1 null'));
    const { code, message } = await judged();
    assert.is(code, 'corrupt-file');
    assert.ok(message.startsWith(`${path} is damaged: generators[0][0] is null`), message);
  });
});

test('too few windows held out leave a run unjudged', async () => {
  await inFolder(async (out) => {
    const data = { ...tiny.data, validation: 1, steps: 40 };
    const record = await discover(tinyConfig({ data }), { out, seed: 1, observe: silent });
    assert.is(record.action, undefined);
    const notes: string[] = [];
    const judged = await judgeRun(out, {
      observe: (event) => event.kind === 'note' && notes.push(event.message),
    });
    assert.equal(judged, []);
    assert.match(notes.join(), 'seed 1 has too few validation windows');
  });
});

test('the same seed gives the same numbers, another seed others', async () => {
  const run = (seed: number): Promise<unknown> =>
    inFolder(async (out) => {
      await discover(tinyConfig(), { out, seed, observe: silent });
      const { symmetry, equations, forecast } = await numbersOf(out);
      return { symmetry, equations, forecast };
    });
  const first = await run(5);
  assert.equal(await run(5), first);
  assert.not.equal(await run(6), first);
});

test('a report drawn again from the files is the report that was drawn at first, but for the total', async () => {
  await inFolder(async (out) => {
    await discover(tinyConfig(), { out, seed: 1, observe: silent });
    const path = join(out, 'report.html');
    const figure = join(out, 'figures', 'latent-space.svg');
    const untimed = (html: string): string => html.replace(/[\d.]+ s, of which/, '');
    const [before, drawn] = [await readFile(path, 'utf8'), await readFile(figure, 'utf8')];
    await rebuildReport(out);
    assert.is(await readFile(figure, 'utf8'), drawn);
    assert.is(untimed(await readFile(path, 'utf8')), untimed(before));
  });
});

test('a folder that holds a run is not written to again', async () => {
  await inFolder(async (out) => {
    await discover(tinyConfig(), { out, seed: 1, observe: silent });
    const before = await numbersOf(out);
    const { code, message } = await failure(
      discover(tinyConfig(), { out, seed: 2, observe: silent }),
    );
    assert.is(code, 'folder-in-use');
    assert.match(message, 'already holds a finished run. Choose another folder');
    assert.equal(await numbersOf(out), before);
  });
});

test('a folder that another process writes to is not touched, but for a finished run that is read', async () => {
  await inFolder(async (out) => {
    const lock = join(out, 'lock.json');
    const options = { out, seed: 1, observe: silent };
    const foreign = JSON.stringify({ pid: 7, host: 'elsewhere', began: null });
    await mkdir(out);
    await writeFile(lock, foreign);
    assert.is((await failure(discover(tinyConfig(), options))).code, 'folder-locked');
    assert.equal(await readdir(out), ['lock.json']);
    await rm(lock);
    const record = await discover(tinyConfig(), options);
    assert.not.ok((await readdir(out)).includes('lock.json'));
    await writeFile(lock, foreign);
    assert.equal(await resumeDiscovery(out, { observe: silent }), record);
    await rm(join(out, 'run.json'));
    assert.is((await failure(resumeDiscovery(out, { observe: silent }))).code, 'folder-locked');
  });
});

test('faulty input is thrown and leaves the folder free for the corrected run', async () => {
  await inFolder(async (out) => {
    const run = (changes: object): Promise<unknown> =>
      discover(tinyConfig(changes), { out, seed: 1, observe: silent });
    assert.is((await failure(run({ windows: { interval: 40 } }))).code, 'trajectory-too-short');
    assert.is((await failure(run({ data: { file: 'nowhere.csv' } }))).code, 'missing-file');
    const representation = { symmetry: { batchSize: 32, representation: '(2,1,3)' } };
    assert.match((await failure(run(representation))).message, 'representation is 3');
    assert.match(
      (await failure(run({ symmetry: { batchSize: 999 } }))).message,
      'batchSize is 999',
    );
    assert.is((await inspectRun(out)).kind, 'none');
    await run({});
    assert.is((await inspectRun(out)).kind, 'run');
  });
});

test('the identity architecture searches the data space itself', async () => {
  await inFolder(async (out) => {
    const autoencoder = { architecture: 'identity' };
    const record = await discover(tinyConfig({ autoencoder }), { out, seed: 1, observe: silent });
    assert.ok(record.reconstruction.relativeMse < 1e-28);
    assert.ok((record.symmetry.invariance?.reconstructed ?? 1) < 1e-14);
  });
});

test('single states go through without equations and a forecast, their labels to the discriminator', async () => {
  await inFolder(async (out) => {
    const config = tinyConfig({
      data: { system: 'discrete-rotation', train: 200, validation: 50, test: 20 },
      windows: { timesteps: 1 },
      autoencoder: { architecture: 'identity' },
    });
    const record = await discover(config, { out, seed: 1, observe: silent });
    assert.equal(record.equations.text, []);
    assert.equal(record.forecast.times, []);
    assert.is(record.symmetry.quadraticForm, null);
    assert.is(record.symmetry.generators[0].length, 3);
    assert.match(
      await readFile(join(out, 'report.html'), 'utf8'),
      /discrete-rotation, 3 variables/,
    );
    assert.is((await judgeRun(out, { observe: silent })).length, 1);
    await rebuildReport(out);
  });
});

test('images are convolved, and the latent vectors of a known group held against the rotations', async () => {
  await inFolder(async (out) => {
    const config = tinyConfig({
      data: {
        system: 'rotating-object',
        pixels: 8,
        actions: 2,
        train: 60,
        validation: 8,
        test: 20,
      },
      windows: { timesteps: 2 },
      autoencoder: { architecture: 'conv2d', width: 8, latentDimension: 3 },
      symmetry: { ...tiny.symmetry, representation: '(2,so3)', batchSize: 20 },
    });
    const record = await discover(config, { out, seed: 1, observe: silent });
    const { orientation, factors } = record.symmetry;
    assert.ok(orientation && orientation.linear <= 1 && orientation.radiusVariation >= 0);
    assert.is(factors, undefined);
    assert.equal(record.equations.text, []);
    assert.equal(record.forecast.nrmse, []);
  });
});

test('variables that are no square image are refused before the training', async () => {
  await inFolder(async (out) => {
    const config = tinyConfig({
      data: { system: 'double-bump', train: 100, validation: 20, test: 20 },
      windows: { timesteps: 1 },
      autoencoder: { architecture: 'conv2d', width: 8, latentDimension: 4 },
    });
    const run = discover(config, { out, seed: 1, observe: silent });
    const message = await run.then(
      () => '',
      (cause: Error) => cause.message,
    );
    assert.match(message, /autoencoder\.channels is 3; 64 variables are no square image/);
  });
});

test('a latent state that is normalised and never rescaled is for convolutions only', async () => {
  await inFolder(async (out) => {
    const config = tinyConfig({ autoencoder: { batchNorm: 'unit' } });
    const run = discover(config, { out, seed: 1, observe: silent });
    const message = await run.then(
      () => '',
      (cause: Error) => cause.message,
    );
    assert.match(message, /autoencoder\.batchNorm is "unit"; an mlp has true or false/);
  });
});

test('signals are convolved, and the planes of a known group held against the factors', async () => {
  await inFolder(async (out) => {
    const config = tinyConfig({
      data: { system: 'double-bump', train: 100, validation: 20, test: 20 },
      windows: { timesteps: 1 },
      autoencoder: { architecture: 'conv1d', width: 8, latentDimension: 4 },
      symmetry: { ...tiny.symmetry, representation: '(1,so2);(1,so2)' },
    });
    const record = await discover(config, { out, seed: 1, observe: silent });
    const { factors } = record.symmetry;
    assert.equal(factors?.names, ['rectangle', 'triangle']);
    assert.equal(
      factors?.correlations.map((row) => row.length),
      [2, 2],
    );
    assert.ok(factors?.correlations.flat().every((value) => value >= 0 && value <= 1));
    assert.match(await readFile(join(out, 'report.html'), 'utf8'), /convolutions up to 8 channels/);
  });
});

test('a training that diverges ends with a record that says so', async () => {
  await inFolder(async (out) => {
    const symmetry = {
      batchSize: 32,
      epochs: 3,
      optimisers: { autoencoder: { learningRate: 1e30 } },
    };
    const record = await discover(tinyConfig({ symmetry }), { out, seed: 1, observe: silent });
    assert.is(record.status, 'diverged');
    assert.match(record.reason, /step \d/);
    assert.is((await numbersOf(out)).symmetry.omega, null);
    assert.match(await readFile(join(out, 'report.html'), 'utf8'), /diverged/i);
    await rebuildReport(out);
  });
});

test.run();
