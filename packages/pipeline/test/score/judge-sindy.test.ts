import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { judgeSindy, sindyReading } from '../../src/score/judge-sindy.js';

const good = { states: 0.001, dataDerivative: 0.02, latentDerivative: 0.0054 };

test('all three shares have to be explained', () => {
  assert.is(judgeSindy({ terms: 4, unexplained: good }).status, 'discovered');
  for (const name of Object.keys(good)) {
    const unexplained = { ...good, [name]: 0.2 };
    assert.is(judgeSindy({ terms: 4, unexplained }).status, 'unexplained', name);
  }
});

test('shares that are no numbers explain nothing', () => {
  const unexplained = { ...good, states: NaN };
  assert.is(judgeSindy({ terms: 4, unexplained }).status, 'unexplained');
});

test('the reason has the numbers, the reading the equations', () => {
  assert.is(
    judgeSindy({ terms: 1, unexplained: good }).reason,
    'Equations of 1 term leave 0.54 % of dz/dt, 2 % of dx/dt and 0.1 % of x unexplained on validation data.',
  );
  assert.is(
    sindyReading({ terms: 4, unexplained: good }, 2),
    '2 equations of 4 terms in the latent space',
  );
});

test.run();
