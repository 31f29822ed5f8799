import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { discover, forecastRun } from '../src/index.js';
import { readJson } from '../src/folder/json.js';
import { inFolder, silent, tinyConfig } from './tiny.js';

test('of wide data a forecast keeps some variables, and the errors of all', async () => {
  await inFolder(async (out) => {
    const data = { system: 'reaction-diffusion', size: 10, frames: 200 };
    const record = await discover(tinyConfig({ data }), { out, seed: 1, observe: silent });
    const again = { out: `${out}-again`, observe: silent };
    const { runs, files } = await forecastRun(out, again);
    const [{ forecast }] = runs;
    assert.is(forecast.names.length, 8, 'of 100');
    for (const { truth, predicted } of forecast.items) {
      assert.is(truth.length, 8 * forecast.times.length);
      assert.is(predicted.length, truth.length);
    }
    assert.equal(Array.from(forecast.nrmse), record.forecast?.nrmse);
    const kept = (await readJson(files[0])) as typeof forecast;
    assert.equal(kept.names, forecast.names);
  });
});

test.run();
