import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { streamingQr } from '@noether/numerics';
import { close } from '@noether/testkit';
import { stlsq } from '../../src/regress/stlsq.js';
import { golden } from '../golden.js';

interface Golden {
  theta: number[][];
  y: number[][];
  ols: number[][];
  information_criteria: { name: string; per_target: { rss: number; k: number }[] }[];
  cases: {
    name: string;
    optimizer: {
      kind: string;
      threshold: number;
      alpha: number;
      unbias: boolean;
      normalize_columns?: boolean;
    };
    coef: number[][];
    history: number[][][];
  }[];
}

const { theta, y, ols, information_criteria, ...file } = golden<Golden>('stlsq_cases');
const cases = file.cases.filter(({ optimizer }) => optimizer.kind === 'STLSQ');
const terms = theta[0].length;
const targets = y[0].length;

function factorOf(columnScale: readonly number[]): Float64Array {
  const qr = streamingQr(terms + targets);
  theta.forEach((row, index) => {
    qr.push(Float64Array.of(...row.map((v, term) => v / columnScale[term]), ...y[index]), 1);
  });
  return qr.factor();
}

const ones = theta[0].map(() => 1);
const norms = theta[0].map((_, term) => Math.hypot(...theta.map((row) => row[term])));

for (const { name, optimizer, coef, history } of cases) {
  test(`${name}: coefficients and history of pysindy`, () => {
    const scale = optimizer.normalize_columns ? norms : ones;
    const { threshold, alpha: ridge, unbias } = optimizer;
    const result = stlsq(factorOf(scale), terms, targets, { threshold, ridge, unbias });
    const unscaled = result.coefficients.map((value, index) => value / scale[index % terms]);
    close(unscaled, coef.flat(), { rtol: 1e-10, atol: 1e-10 }, 'coefficient');
    assert.equal(
      Array.from(unscaled, (value) => value !== 0),
      coef.flat().map((value) => value !== 0),
    );
    assert.is(result.history.length, history.length);
    if (!optimizer.normalize_columns) {
      result.history.forEach((entry, step) =>
        close(entry, history[step].flat(), { rtol: 1e-10, atol: 1e-10 }, `step ${step},`),
      );
      close(result.history[0], ols.flat(), { rtol: 1e-10, atol: 1e-10 }, 'least squares');
    }
    const criteria = information_criteria.find((entry) => entry.name === name)?.per_target;
    if (criteria)
      close(
        result.residuals,
        criteria.map((entry) => entry.rss),
        { rtol: 1e-10, atol: 1e-10 },
        'residual',
      );
  });
}

test('an emptied target tells its largest coefficient', () => {
  const { emptied, coefficients } = stlsq(factorOf(ones), terms, targets, {
    threshold: 100,
    ridge: 0,
  });
  assert.ok(coefficients.every((value) => value === 0));
  assert.equal(
    emptied.map((entry) => entry.target),
    [0, 1],
  );
  emptied.forEach(({ target, largest }) =>
    close([largest], [Math.max(...ols[target].map(Math.abs))], { rtol: 1e-10, atol: 1e-10 }),
  );
});

test('one iteration that drops terms has not converged', () => {
  assert.not(stlsq(factorOf(ones), terms, targets, { maxIterations: 1 }).converged);
  assert.ok(stlsq(factorOf(ones), terms, targets, { threshold: 0, maxIterations: 1 }).converged);
});

test('of dependent columns the later gets 0 and is reported', () => {
  const qr = streamingQr(4);
  for (let row = 0; row < 10; row++) {
    const angle = row * 0.7;
    const [c, s] = [Math.cos(angle) ** 2, Math.sin(angle) ** 2];
    qr.push(Float64Array.of(1, c, s, 2 + 3 * c), 1);
  }
  const { coefficients, dependent } = stlsq(qr.factor(), 3, 1, { threshold: 0, ridge: 0 });
  close(coefficients, [2, 3, 0], { rtol: 1e-12, atol: 1e-12 });
  assert.equal(stlsq(qr.factor(), 3, 1, { threshold: 0, ridge: 1e-6 }).dependent, [
    { target: 0, term: 2 },
  ]);
  assert.equal(dependent, []);
});

test('bad options are named', () => {
  const factor = factorOf(ones);
  assert.throws(
    () => stlsq(factor, terms, targets, { threshold: -1 }),
    /threshold is -1; give a number/,
  );
  assert.throws(() => stlsq(factor, terms, targets, { ridge: NaN }), /ridge is NaN; give a number/);
  assert.throws(() => stlsq(factor, terms, targets, { maxIterations: 0 }), /maxIterations is 0/);
  assert.throws(
    () => stlsq(factor, terms + 1, targets),
    /factor is an array of 100 values; expected 11 × 11/,
  );
});

test.run();
