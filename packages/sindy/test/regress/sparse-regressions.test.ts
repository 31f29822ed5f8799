import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream, streamingQr } from '@noether/numerics';
import { close } from '@noether/testkit';
import { evidenceGreedy } from '../../src/regress/evidence.js';
import { fitSupport } from '../../src/regress/fit-support.js';
import { frols } from '../../src/regress/frols.js';
import { sr3 } from '../../src/regress/sr3.js';
import { ssr } from '../../src/regress/ssr.js';
import { stlsq } from '../../src/regress/stlsq.js';

const terms = 6;
const truth = [0, 1.5, 0, -0.8, 0, 0];

function factorOf(seed: string): Float64Array {
  const random = randomStream(seed);
  const qr = streamingQr(terms + 1);
  for (let row = 0; row < 100; row++) {
    const theta = random.fillNormal(new Float64Array(terms));
    const y = theta.reduce((sum, value, at) => sum + value * truth[at], 0.02 * random.normal());
    qr.push(Float64Array.of(...theta, y), 1);
  }
  return qr.factor();
}

const factor = factorOf('sparse');
const nonzero = truth.map((value) => value !== 0);
const supportOf = (row: Float64Array): boolean[] => Array.from(row, (value) => value !== 0);

const methods = {
  stlsq: () => stlsq(factor, terms, 1).coefficients,
  sr3: () => sr3(factor, terms, 1, { unbias: true }).coefficients,
  ssr: () => ssr(factor, terms, 1).coefficients,
  ssrByResidual: () => ssr(factor, terms, 1, { criterion: 'residual' }).coefficients,
  frols: () => frols(factor, terms, 1, { tolerance: 1e-3 }).coefficients,
  evidence: () => evidenceGreedy(factor, terms, 1, { rows: 100, noiseVariance: 4e-4 }).coefficients,
};

for (const [name, method] of Object.entries(methods)) {
  test(`${name} finds the two true terms`, () => {
    const row = method();
    assert.equal(supportOf(row), nonzero);
    close(row, truth, { atol: 0.02 });
  });
}

test('a term that a target may not use stays zero in every method', () => {
  const allowed = [[0, 2, 3, 4, 5]];
  const rows = [
    stlsq(factor, terms, 1, { allowed }).coefficients,
    sr3(factor, terms, 1, { allowed, weight: 1e-9 }).coefficients,
    ssr(factor, terms, 1, { allowed }).coefficients,
    frols(factor, terms, 1, { allowed }).coefficients,
    evidenceGreedy(factor, terms, 1, { allowed, rows: 100, noiseVariance: 1 }).coefficients,
  ];
  for (const row of rows) {
    assert.is(row[1], 0);
    assert.ok(row.some((value) => value !== 0));
  }
});

test('terms that are rounding error are left out where one target needs fewer than another', () => {
  const random = randomStream('exact');
  const qr = streamingQr(terms + 2);
  for (let row = 0; row < 100; row++) {
    const theta = random.fillNormal(new Float64Array(terms));
    qr.push(
      Float64Array.of(...theta, theta[0] - 2 * theta[2] + 1e-4 * theta[4], 3e-3 * theta[5]),
      1,
    );
  }
  const exact = qr.factor();
  const wanted = [1, 0, -2, 0, 1e-4, 0, 0, 0, 0, 0, 0, 3e-3];
  for (const { coefficients, steps } of [
    ssr(exact, terms, 2, { ridge: 0 }),
    frols(exact, terms, 2, { tolerance: 0 }),
  ]) {
    assert.equal(
      supportOf(coefficients),
      wanted.map((value) => value !== 0),
    );
    close(coefficients, wanted, { atol: 1e-12 });
    const used = Math.max(...steps.map((step) => step.coefficients.filter(Boolean).length));
    assert.ok(used > 4, 'the steps keep them');
  }
});

test('thresholds may differ by target', () => {
  const qr = streamingQr(3);
  for (let row = 0; row < 10; row++) qr.push(Float64Array.of(row - 3, 0.3 * (row - 3), row - 3), 1);
  const { coefficients } = stlsq(qr.factor(), 1, 2, { threshold: [0.1, 2], ridge: 0 });
  close(coefficients, [0.3, 0], { rtol: 1e-12 });
  assert.throws(
    () => stlsq(qr.factor(), 1, 2, { threshold: [0.1] }),
    /threshold is an array of 1 values; give one for each of the 2 targets/,
  );
});

test('SR3 fulfils its stationarity: u = prox(w) at the end, l2 too', () => {
  for (const regularizer of ['l1', 'l2'] as const) {
    const settings = { regularizer, weight: 0.3, relaxation: 0.5, tolerance: 1e-13 };
    const { coefficients, converged } = sr3(factor, terms, 1, { ...settings, maxIterations: 500 });
    assert.ok(converged);
    const next = sr3(factor, terms, 1, { ...settings, maxIterations: 1000 });
    close(next.coefficients, coefficients, { atol: 1e-12 });
    const least = fitSupport(factor, terms, 0, [0, 1, 2, 3, 4, 5]);
    assert.ok(Math.hypot(...coefficients) < Math.hypot(...least));
  }
});

test('bad options are named', () => {
  assert.throws(() => sr3(factor, terms, 1, { relaxation: 0 }), /relaxation is 0/);
  assert.throws(() => sr3(factor, terms, 1, { weight: -1 }), /weight is -1/);
  assert.throws(() => sr3(factor, terms, 1, { weight: new Float64Array(2) }), /one number or 6/);
  assert.throws(() => ssr(factor, terms, 1, { ridge: -1 }), /ridge is -1/);
  assert.throws(() => frols(factor, terms, 1, { maxTerms: 0 }), /maxTerms is 0/);
  assert.throws(
    () => evidenceGreedy(factor, terms, 1, { rows: 100, noiseVariance: 0 }),
    /noiseVariance is 0/,
  );
  assert.throws(() => stlsq(factor, terms, 1, { allowed: [[9]] }), /allowed\[0\] is 9; terms are/);
  assert.throws(() => stlsq(factor, terms, 1, { allowed: [] }), /one list for each of the 1/);
});

test.run();
