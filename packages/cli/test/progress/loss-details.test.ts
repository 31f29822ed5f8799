import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lossDetails } from '../../src/progress/loss-details.js';

test('known losses have short names', () => {
  const values = {
    total: 1,
    reconstruction: 0.00213,
    generator: 0.821,
    discriminatorReal: 0.55,
    discriminatorFake: 0.684,
    generatorNorm: 4.61,
  };
  assert.equal(lossDetails(values), ['mse 0.0021', 'G 0.82', 'D 0.55/0.68', '|L| 4.6']);
});

test('other metrics keep their names', () => {
  assert.equal(lossDetails({ residual: 0.5 }), ['residual 0.50']);
  assert.equal(lossDetails({}), []);
});

test.run();
