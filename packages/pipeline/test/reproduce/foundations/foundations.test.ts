import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { exponentialErrors } from '../../../src/reproduce/foundations/exponential-errors.js';
import {
  predatorMinimum,
  predatorPeriod,
} from '../../../src/reproduce/foundations/predator-periods.js';

test('the exponential of the training step has the accuracy of float32, and not that of float64', async () => {
  const engine = await selectEngine('tfjs');
  for (const size of [2, 4]) {
    const { value, gradient } = await exponentialErrors(size, engine, randomStream(size));
    assert.ok(value > 1e-9 && value < 1e-5, `value ${value}`);
    assert.ok(gradient > 1e-9 && gradient < 1e-3, `gradient ${gradient}`);
  }
});

test('small orbits of predators take 2π/√(2/3), larger ones longer', () => {
  close(predatorMinimum(), 1 + 4 / 3 / 2 - (2 / 3) * Math.log(0.5), { rtol: 1e-12 });
  close(predatorPeriod(predatorMinimum() + 1e-4), (2 * Math.PI) / Math.sqrt(2 / 3), { rtol: 1e-4 });
  assert.ok(predatorPeriod(4) > predatorPeriod(3));
  assert.ok(Number.isNaN(predatorPeriod(40)), 'an orbit that does not close in time');
});

test.run();
