import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { bagLibrary } from '../../src/ensemble/bag-library.js';
import { bagRows } from '../../src/ensemble/bagging.js';
import { summariseModels, thresholdedMedian } from '../../src/ensemble/summarise.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { factorData } from '../../src/regress/factor-data.js';
import { stlsq } from '../../src/regress/stlsq.js';
import { testContext } from '../test-context.js';

const names = ['x', 'y'];
const random = randomStream('ensemble');
const states = random.fillNormal(new Float64Array(400));
const velocities = states.map(
  (_, at) => (at % 2 === 0 ? -states[at + 1] : 2 * states[at - 1]) + 0.1 * random.normal(),
);
const data = { names, states, velocities };
const library = polynomialLibrary(names, 2);
const p = library.terms.length;

test('the same context draws the same models, each its own', () => {
  const run = (): readonly Float64Array[] =>
    bagRows(
      data,
      library,
      (factor, terms, targets) => stlsq(factor, terms, targets).coefficients,
      { models: 4 },
      testContext(),
    ).models;
  assert.equal(run(), run());
  assert.not.equal(run()[0], run()[1]);
});

test('a term that a model does without is zero there; the true terms are missed when out', () => {
  const factor = factorData(library, data, undefined);
  const summary = bagLibrary(
    p,
    2,
    (allowed) => stlsq(factor, p, 2, { allowed }).coefficients,
    { models: 40, leaveOut: 2 },
    testContext(),
  );
  const [x, y] = [1, 2];
  assert.ok(summary.inclusion[y] > 0.4 && summary.inclusion[y] < 1);
  assert.ok(summary.inclusion[p + x] > 0.4 && summary.inclusion[p + x] < 1);
  close(thresholdedMedian(summary, 0.5)[p + x], 2, { atol: 0.1 });
});

test('median, mean, spread, quantiles and inclusion of four models', () => {
  const summary = summariseModels([0, 1, 2, 5].map((value) => Float64Array.of(value)));
  close(summary.median, [1.5]);
  close(summary.mean, [2]);
  close(summary.deviation, [Math.sqrt(3.5)], { rtol: 1e-15 });
  close(summary.inclusion, [0.75]);
  close(summary.low, [0.15], { rtol: 1e-14 });
  close(summary.high, [4.55], { rtol: 1e-14 });
  assert.equal(thresholdedMedian(summary, 0.8), Float64Array.of(0));
});

test('bad arguments are named', () => {
  const none = (): Float64Array => new Float64Array(2 * p);
  const context = testContext();
  assert.throws(() => summariseModels([]), /at least one model/);
  assert.throws(() => bagRows(data, library, none, { models: 0 }, context), /models is 0/);
  assert.throws(() => bagLibrary(p, 2, none, { leaveOut: p }, context), /leaveOut is 6/);
});

test.run();
