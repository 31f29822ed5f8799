import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord, SindyAutoencoderScore } from '@noether/contracts';
import {
  discover,
  forecastRun,
  judgeRun,
  parseConfig,
  rebuildReport,
  resumeDiscovery,
  type PipelineConfig,
} from '../src/index.js';
import { failure, inFolder, numbersOf, silent, timeless } from './tiny.js';

/** A linear oscillator with damping, whose latent equations a short training finds. */
const config = (sindy: object = {}, changes: object = {}): PipelineConfig =>
  parseConfig(
    {
      name: 'oscillator by SINDy autoencoder',
      method: 'sindy-autoencoder',
      data: { system: 'damped-oscillator', train: 10, validation: 2, test: 2, steps: 60 },
      sindyAutoencoder: {
        widths: [12],
        library: { degree: 1 },
        batchSize: 64,
        threshold: { every: 200, from: 600 },
        steps: 1500,
        refinement: 500,
        ...sindy,
      },
      ...changes,
    },
    'test',
  );
const short = { steps: 60, refinement: 20 };
const run = (given: PipelineConfig, out: string): Promise<RunRecord> =>
  discover(given, { out, seed: 1, engine: 'tfjs-cpu', observe: silent });

/** A page without the line of its seconds. */
const withoutLead = (page: string): string => page.replace(/<p class="lead">.*<\/p>/, '');

test('a run learns equations, and keeps, tells, draws and forecasts them like any other', async () => {
  await inFolder(async (out) => {
    const record = await discover(config(), { out, seed: 1, observe: silent });
    assert.is(record.status, 'discovered', record.reason);
    assert.ok(record.sindyAutoencoder);
    const { terms, unexplained } = record.sindyAutoencoder as SindyAutoencoderScore;
    assert.ok(terms >= 2 && terms <= 6, String(terms));
    for (const share of Object.values(unexplained)) assert.ok(share < 0.1, record.reason);
    assert.ok(Math.min(...record.equations.r2) > 0.9, record.equations.r2.join());
    assert.is(record.equations.text.length, 2);
    assert.ok(record.forecast.nrmse.length > 10 && record.forecast.validTime > 0);
    assert.equal(record.symmetry.generators, []);
    const names = await readdir(out);
    for (const name of [
      'checkpoint.safetensors',
      'encoder.safetensors',
      'equations.json',
      'metrics.jsonl',
      'report.html',
    ]) {
      assert.ok(names.includes(name), name);
    }
    const lines = (await readFile(join(out, 'metrics.jsonl'), 'utf8')).trim().split('\n');
    assert.is((JSON.parse(lines.at(-1) ?? '') as { step: number }).step, 2000);
    const page = await readFile(join(out, 'report.html'), 'utf8');
    assert.match(page, 'Equation discovery: oscillator by SINDy autoencoder');
    assert.match(page, `Discovered: 2 equations of ${terms} terms in the latent space.`);
    await rebuildReport(out);
    const again = await readFile(join(out, 'report.html'), 'utf8');
    assert.ok(withoutLead(again) === withoutLead(page), 'drawn again from its files');
    const { runs } = await forecastRun(out, { out: join(out, 'again'), observe: silent });
    assert.equal(Array.from(runs[0].forecast.nrmse), record.forecast.nrmse);
    assert.equal(await judgeRun(out, { observe: silent }), [], 'there is no action to judge');
  });
});

test('stopped and resumed, a run comes to the same numbers', async () => {
  await inFolder(async (out) => {
    const whole = await run(config(short), join(out, 'whole'));
    const controller = new AbortController();
    const stopped = discover(config(short), {
      out: join(out, 'parts'),
      seed: 1,
      engine: 'tfjs-cpu',
      signal: controller.signal,
      observe: (event) => {
        if (event.kind === 'progress' && event.stage === 'training' && event.done === 30) {
          controller.abort();
        }
      },
    });
    assert.is((await failure(stopped)).code, 'aborted');
    const resumed = await resumeDiscovery(join(out, 'parts'), { observe: silent });
    assert.equal(timeless(resumed), timeless(whole));
    assert.equal(timeless(await numbersOf(join(out, 'parts'))).equations, whole.equations);
  });
});

test('equations that explain too little are no discovery', async () => {
  await inFolder(async (out) => {
    const record = await run(config({ steps: 1, refinement: 0 }), out);
    assert.is(record.status, 'unexplained');
    assert.match(record.reason, /leave \d+(\.\d+)? % of dz\/dt/);
    const page = await readFile(join(out, 'report.html'), 'utf8');
    assert.match(page, 'No equations discovered: motion unexplained.');
  });
});

test('single states have no equations', async () => {
  await inFolder(async (out) => {
    const single = config(short, { data: { system: 'clusters', train: 50 } });
    const { code, message } = await failure(run(single, out));
    assert.is(code, 'invalid-argument');
    assert.match(message, /method is "sindy-autoencoder"; clusters has no motion/);
  });
});

test.run();
