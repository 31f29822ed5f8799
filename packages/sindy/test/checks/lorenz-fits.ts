import { bagRows } from '../../src/ensemble/bagging.js';
import { thresholdedMedian } from '../../src/ensemble/summarise.js';
import type { EquationData } from '../../src/equation-data.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { factorData } from '../../src/regress/factor-data.js';
import { frols } from '../../src/regress/frols.js';
import { residualSquare } from '../../src/regress/residual.js';
import { sr3 } from '../../src/regress/sr3.js';
import { ssr } from '../../src/regress/ssr.js';
import { stlsq } from '../../src/regress/stlsq.js';
import { totalSquare } from '../../src/regress/total-square.js';
import { informationCriteria } from '../../src/select/information-criteria.js';
import { golden } from '../golden.js';
import { differences, lorenzFrom, lorenzPath } from '../lorenz.js';
import { testContext } from '../test-context.js';
import { lcgNormal, lcgUniform } from './golden-noise.js';
import type { EnsembleCase, GoldenFit, GoldenOptimizer, LorenzCases } from './golden-cases.js';
import { deviation, type GoldenCheck, sameZeros } from './golden-check.js';

const file = 'lorenz_coefficients.json';
const names = ['x', 'y', 'z'];
const path = lorenzPath(5000);
const fd = differences(path.states, 3, 0.002);

interface Fit {
  readonly coefficients: Float64Array;
  readonly history?: readonly Float64Array[];
}

/** Fits as the golden case says; columns are scaled where pysindy scaled them. */
function fit(
  factor: Float64Array,
  terms: number,
  optimizer: GoldenOptimizer,
  coef: number[][],
): Fit {
  const { kind, threshold, alpha: ridge, unbias } = optimizer;
  if (kind === 'SSR') return ssr(factor, terms, 3, { ridge });
  if (kind === 'SR3') {
    const { nu: relaxation, tol: tolerance } = optimizer;
    const regularizer = optimizer.reg as 'l0' | 'l1' | 'l2';
    const weight = typeof optimizer.lam === 'number' ? optimizer.lam : 0;
    const settings = { regularizer, weight, relaxation, tolerance, unbias };
    return sr3(factor, terms, 3, { ...settings, maxIterations: optimizer.max_iter });
  }
  if (kind === 'FROLS') {
    const { steps } = frols(factor, terms, 3, { maxTerms: optimizer.max_iter, tolerance: 0 });
    const rows = coef.map((row, target) => {
      const size = row.filter((value) => value !== 0).length;
      return steps[size - 1].coefficients.slice(target * terms, (target + 1) * terms);
    });
    return { coefficients: Float64Array.from(rows.flatMap((row) => Array.from(row))) };
  }
  if (!optimizer.normalize_columns) return stlsq(factor, terms, 3, { threshold, ridge, unbias });
  const size = terms + 3;
  const scale = Array.from({ length: size }, (_, column) =>
    column < terms
      ? Math.hypot(...Array.from({ length: size }, (_, row) => factor[row * size + column]))
      : 1,
  );
  const scaled = factor.map((value, at) => value / scale[at % size]);
  const { coefficients } = stlsq(scaled, terms, 3, { threshold, ridge, unbias });
  return { coefficients: coefficients.map((value, at) => value / scale[at % terms]) };
}

function caseChecks(entry: GoldenFit): GoldenCheck[] {
  const { name, optimizer, derivative, coef, history, score_r2 } = entry;
  const weights = optimizer.sample_weight ?? entry.sample_weight;
  const data: EquationData = {
    names,
    states: path.states,
    velocities: derivative === 'exact' ? path.velocities : fd,
    ...(weights ? { weights: Float64Array.from(weights) } : {}),
  };
  const library = polynomialLibrary(names, entry.library?.degree ?? 2);
  const factor = factorData(library, data, undefined);
  const terms = library.terms.length;
  const found = fit(factor, terms, optimizer, coef);
  const check = (part: string, error: number, tolerance: number): GoldenCheck => ({
    file,
    name: `${name}: ${part}`,
    error,
    tolerance,
  });
  const r2 = names.map((_, target) => {
    const row = found.coefficients.subarray(target * terms, (target + 1) * terms);
    return 1 - residualSquare(factor, row, terms + target) / totalSquare(data, target);
  });
  const checks = [
    check('support', sameZeros(found.coefficients, coef.flat()), 0),
    check('coefficients', deviation(found.coefficients, coef.flat()), 1e-8),
    check('R2', Math.abs((r2[0] + r2[1] + r2[2]) / 3 - score_r2), 1e-8),
  ];
  if (!history || !found.history) return checks;
  const steps = found.history.map((step) => Array.from(step)).flat();
  return [...checks, check('history', deviation(steps, history.flat(2)), 1e-8)];
}

function paretoChecks(rows: LorenzCases['pareto']): GoldenCheck[] {
  const library = polynomialLibrary(names, 2);
  const factor = factorData(library, { names, states: path.states, velocities: fd }, undefined);
  return rows.map(({ threshold, k, rss, aic, bic }) => {
    const { coefficients, residuals } = stlsq(factor, 10, 3, { threshold });
    const counts = names.map(
      (_, t) => coefficients.subarray(t * 10, t * 10 + 10).filter((value) => value !== 0).length,
    );
    const criteria = names.map((_, t) => informationCriteria(residuals[t], 5000, counts[t]));
    const found = [
      ...counts,
      ...residuals,
      ...criteria.map((entry) => entry.aic),
      ...criteria.map((entry) => entry.bic),
    ];
    const error = deviation(found, [...k, ...rss, ...aic, ...bic]);
    return { file, name: `threshold ${threshold}: terms, RSS, AIC, BIC`, error, tolerance: 1e-6 };
  });
}

function severalTrajectories({
  n,
  x0,
  coef,
  score,
}: LorenzCases['multi_trajectory']): GoldenCheck[] {
  const parts = n.map((rows, index) => {
    const times = Float64Array.from({ length: rows }, (_, row) => (row * 5) / (rows - 1));
    const { states } = lorenzFrom(x0[index], times);
    return { states, velocities: differences(states, 3, 5 / (rows - 1)) };
  });
  const join = (key: 'states' | 'velocities'): Float64Array =>
    Float64Array.from(parts.flatMap((part) => Array.from(part[key])));
  const data = { names, states: join('states'), velocities: join('velocities') };
  const library = polynomialLibrary(names, 2);
  const factor = factorData(library, data, undefined);
  const { coefficients, residuals } = stlsq(factor, 10, 3);
  const r2 = names.map((_, t) => 1 - residuals[t] / totalSquare(data, t));
  const found = (r2[0] + r2[1] + r2[2]) / 3;
  const error = deviation(coefficients, coef.flat());
  const name = 'three trajectories of different length';
  return [
    { file, name: `${name}: coefficients`, error, tolerance: 1e-5 },
    { file, name: `${name}: R2`, error: Math.abs(found - score), tolerance: 1e-6 },
  ];
}

function ensembleChecks(): GoldenCheck[] {
  const expected = golden<EnsembleCase>('ensemble_lorenz');
  const noise = lcgNormal(1800, 99);
  const states = Float64Array.from({ length: 1800 }, (_, at) => {
    const row = 4 * Math.floor(at / 3);
    return path.states[row * 3 + (at % 3)] + 0.05 * noise[at];
  });
  const data = { names, states, velocities: differences(states, 3, 0.008) };
  const uniform = lcgUniform(15000, 4242);
  const draw = (model: number): Float64Array =>
    uniform.subarray(model * 600, (model + 1) * 600).map((value) => Math.floor(600 * value));
  const summary = bagRows(
    data,
    polynomialLibrary(names, 2),
    (factor, terms, targets) => stlsq(factor, terms, targets, { threshold: 0.3 }).coefficients,
    { models: 25, draw },
    testContext(),
  );
  const [low, high] = expected.percentiles_5_95;
  const pairs: [string, ArrayLike<number>, number[][] | number[][][]][] = [
    ['models', summary.models.flatMap((model) => Array.from(model)), expected.coef_list],
    ['median', summary.median, expected.median],
    ['mean', summary.mean, expected.mean],
    ['standard deviation', summary.deviation, expected.std_ddof0],
    ['inclusion probability', summary.inclusion, expected.inclusion_probability],
    ['5 % quantile', summary.low, low],
    ['95 % quantile', summary.high, high],
    ['median where 60 % agree', thresholdedMedian(summary, 0.6), expected.bagged_thresholded_0_6],
  ];
  return pairs.map(([name, found, wanted]) => ({
    file: 'ensemble_lorenz.json',
    name,
    error: deviation(found, (wanted as number[][][]).flat(2)),
    tolerance: 1e-8,
  }));
}

export function lorenzChecks(): GoldenCheck[] {
  const { cases, pareto, multi_trajectory } = golden<LorenzCases>('lorenz_coefficients');
  return [
    ...cases.flatMap(caseChecks),
    ...severalTrajectories(multi_trajectory),
    ...paretoChecks(pareto),
    ...ensembleChecks(),
  ];
}
