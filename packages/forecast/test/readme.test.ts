import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Forecast } from '@noether/contracts';
import { runReadmeExample } from '@noether/testkit';

test('the example of the README runs', async () => {
  const example = await runReadmeExample(new URL('../README.md', import.meta.url));
  const forecast = example['forecast'] as Forecast;
  assert.ok(forecast.nrmse[199] > 0.3 && forecast.nrmse[199] < 0.5);
  assert.ok(Math.max(...forecast.baselines['dmd'].nrmse) < 1e-6);
  assert.is(example['validTime'], forecast.validTime);
});

test.run();
