import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { profileProgram, profileText } from '../../src/index.js';
import { operationCosts } from '../../src/profile/profile-events.js';
import { laliganProgram } from '../support/laligan-program.js';

const gemm = (dur: number, rows: number) => ({
  cat: 'Node',
  name: 'Gemm :v1_kernel_time',
  dur,
  args: { op_name: 'Gemm', input_type_shape: [{ float: [rows, 2] }, { float: [2, 3] }] },
});

test('nodes of one operation and shape are added up, per run, the most expensive first', () => {
  const relu = { cat: 'Node', name: 'Relu :v2_kernel_time', dur: 2000, args: { op_name: 'Relu' } };
  const other = { cat: 'Session', name: 'model_run', dur: 1e6 };
  const costs = operationCosts([other, gemm(500, 4), relu, gemm(1500, 8), gemm(5500, 4), relu], 2);
  assert.equal(
    costs.map(({ operation, shapes, count, milliseconds }) => [
      operation,
      shapes,
      count,
      milliseconds,
    ]),
    [
      ['Gemm', '[4, 2] [2, 3]', 1, 3],
      ['Relu', '', 1, 2],
      ['Gemm', '[8, 2] [2, 3]', 0.5, 0.75],
    ],
  );
  close(
    costs.map(({ share }) => share),
    [6 / 11.5, 4 / 11.5, 1.5 / 11.5],
    { rtol: 1e-12 },
  );
});

test('a training step is profiled, and no file stays', async () => {
  const folders = (): number =>
    readdirSync(tmpdir()).filter((name) => name.startsWith('noether-profile-')).length;
  const before = folders();
  const costs = await profileProgram(laliganProgram(2), { steps: 3 });
  assert.is(costs.length, 10);
  assert.is(folders(), before);
  for (const [index, { milliseconds, count, share }] of costs.entries()) {
    assert.ok(Number.isInteger(count) && count > 0);
    assert.ok(share > 0 && share < 1);
    assert.ok(index === 0 || milliseconds <= costs[index - 1].milliseconds);
  }
  const all = await profileProgram(laliganProgram(2), { steps: 1, top: 1000 });
  assert.ok(all.length > 10 && all.some(({ operation }) => operation.includes('Gemm')));
  assert.is(profileText(costs).split('\n').length, 10);
});

test.run();
