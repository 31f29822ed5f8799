import { streamingQr } from '@noether/numerics';
import type { ConstraintRows } from '../../src/constrain/coefficient-constraint.js';
import { constrainedLeastSquares } from '../../src/constrain/constrained-least-squares.js';
import { evidenceGreedy } from '../../src/regress/evidence.js';
import { frols } from '../../src/regress/frols.js';
import { sr3 } from '../../src/regress/sr3.js';
import { ssr } from '../../src/regress/ssr.js';
import { trimmedSr3 } from '../../src/regress/trimmed-sr3.js';
import { stlsq } from '../../src/regress/stlsq.js';
import { informationCriteria } from '../../src/select/information-criteria.js';
import { golden } from '../golden.js';
import type { ExplicitCases, GoldenFit } from './golden-cases.js';
import { deviation, type GoldenCheck, sameZeros } from './golden-check.js';

const file = 'stlsq_cases.json';
const { theta, y, cases, information_criteria, ...kkt } = golden<ExplicitCases>('stlsq_cases');
const terms: number = theta[0].length;
const targets: number = y[0].length;

function factorOf(scale?: readonly number[]): Float64Array {
  const qr = streamingQr(terms + targets);
  theta.forEach((row, index) => {
    const scaled = row.map((value, term) => value / (scale?.[term] ?? 1));
    qr.push(Float64Array.of(...scaled, ...y[index]), 1);
  });
  return qr.factor();
}

const norms = theta[0].map((_, term) => Math.hypot(...theta.map((row) => row[term])));

function stlsqChecks({ name, optimizer, coef, history }: GoldenFit): GoldenCheck[] {
  const { threshold, alpha: ridge, unbias } = optimizer;
  const scale: number[] = optimizer.normalize_columns ? norms : norms.map(() => 1);
  const result = stlsq(factorOf(scale), terms, targets, { threshold, ridge, unbias });
  const unscaled = result.coefficients.map((value, at) => value / scale[at % terms]);
  const steps = result.history.flatMap((entry) => Array.from(entry));
  const checks: GoldenCheck[] = [
    { file, name: `${name}: support`, error: sameZeros(unscaled, coef.flat()), tolerance: 0 },
    {
      file,
      name: `${name}: coefficients`,
      error: deviation(unscaled, coef.flat()),
      tolerance: 1e-10,
    },
  ];
  const expected = (history ?? []).flat(2);
  return optimizer.normalize_columns
    ? [
        ...checks,
        { file, name: `${name}: history`, error: steps.length, note: 'in scaled columns' },
      ]
    : [
        ...checks,
        { file, name: `${name}: history`, error: deviation(steps, expected), tolerance: 1e-10 },
      ];
}

function sr3Checks({ name, optimizer, coef }: GoldenFit): GoldenCheck[] {
  if (optimizer.trimming_fraction !== undefined) {
    const rows = { theta: new Float64Array(theta.flat()), target: new Float64Array(y.flat()) };
    const found = trimmedSr3({ ...rows, rows: theta.length }, terms, targets, {
      fraction: optimizer.trimming_fraction,
      weight: optimizer.lam as number,
      relaxation: optimizer.nu,
      tolerance: optimizer.tol,
      maxIterations: optimizer.max_iter,
    }).coefficients;
    return [
      { file, name: `${name}: support`, error: sameZeros(found, coef.flat()), tolerance: 0 },
      {
        file,
        name: `${name}: coefficients`,
        error: deviation(found, coef.flat()),
        tolerance: 1e-9,
      },
    ];
  }
  const { coefficients } = sr3(factorOf(), terms, targets, {
    regularizer: optimizer.reg.replace('weighted_', '') as 'l0' | 'l1' | 'l2',
    weight: Array.isArray(optimizer.lam) ? Float64Array.from(optimizer.lam.flat()) : optimizer.lam,
    relaxation: optimizer.nu,
    tolerance: optimizer.tol,
    maxIterations: optimizer.max_iter,
  });
  return [
    { file, name: `${name}: support`, error: sameZeros(coefficients, coef.flat()), tolerance: 0 },
    {
      file,
      name: `${name}: coefficients`,
      error: deviation(coefficients, coef.flat()),
      tolerance: 1e-9,
    },
  ];
}

function constraintChecks(): GoldenCheck[] {
  const inequality = cases.find((entry) => entry.name === 'constrained_sr3_inequality');
  if (!inequality) return [];
  const lhs = inequality.optimizer.constraint_lhs.map((row) => Float64Array.from(row));
  const none = { equalities: [], equalityBounds: [], inequalities: [], inequalityBounds: [] };
  const equalRows: ConstraintRows = {
    ...none,
    equalities: lhs,
    equalityBounds: kkt.kkt_equality.rhs,
  };
  const boundRows: ConstraintRows = {
    ...none,
    inequalities: lhs,
    inequalityBounds: kkt.kkt_active_inequality.rhs,
  };
  const solve = (rows: ConstraintRows): Float64Array =>
    constrainedLeastSquares(factorOf(), terms, targets, rows);
  const [equal, bounded] = [solve(equalRows), solve(boundRows)];
  const check = (name: string, found: Float64Array, expected: number[][], tolerance: number) => ({
    file,
    name,
    error: deviation(found, expected.flat()),
    tolerance,
  });
  return [
    check('equality constraint, exact KKT', equal, kkt.kkt_equality.coef, 1e-10),
    check('active inequality, exact KKT', bounded, kkt.kkt_active_inequality.coef, 1e-10),
    check('constrained_sr3_inequality (OSQP)', bounded, inequality.coef, 1e-3),
  ];
}

function stepwiseChecks({ name, optimizer, coef, history }: GoldenFit): GoldenCheck[] {
  const check = (part: string, found: ArrayLike<number>, tolerance: number): GoldenCheck => ({
    file,
    name: `${name}: ${part}`,
    error: deviation(found, coef.flat()),
    tolerance,
  });
  if (optimizer.kind === 'SSR') {
    const result = ssr(factorOf(), terms, targets, { ridge: optimizer.alpha });
    return [check('coefficients', result.coefficients, 1e-10)];
  }
  if (optimizer.kind === 'FROLS') {
    const options = { maxTerms: optimizer.max_iter, tolerance: 0 };
    const { coefficients, steps } = frols(factorOf(), terms, targets, options);
    const path = steps.flatMap((step) => Array.from(step.coefficients));
    const error = deviation(path, (history ?? []).slice(1).flat(2));
    return [
      check('coefficients', coefficients, 1e-10),
      { file, name: `${name}: all steps`, error, tolerance: 1e-10 },
    ];
  }
  return [];
}

function evidenceChecks({ name, optimizer, coef, evidence_history }: GoldenFit): GoldenCheck[] {
  const found = evidenceGreedy(factorOf(), terms, targets, {
    rows: theta.length,
    noiseVariance: optimizer.sigma2,
    precision: optimizer.alpha,
  });
  const values = evidence_history.flatMap((steps) => steps.map((step) => step.log_evidence));
  const removed = evidence_history.flatMap((steps) => steps.slice(1).map((step) => step.removed));
  const error = deviation(found.coefficients, coef.flat());
  return [
    { file, name: `${name}: coefficients`, error, tolerance: 1e-10 },
    {
      file,
      name: `${name}: evidence`,
      error: deviation(found.evidence.flat(), values),
      tolerance: 1e-10,
    },
    {
      file,
      name: `${name}: removed terms`,
      error: deviation(found.removed.flat(), removed),
      tolerance: 0,
    },
  ];
}

function criteriaChecks(): GoldenCheck[] {
  return information_criteria.flatMap(({ name, per_target }) =>
    per_target.map(({ rss, k, aic, bic, aicc }, target) => {
      const found = informationCriteria(rss, theta.length, k);
      const error = deviation([found.aic, found.bic, found.aicc], [aic, bic, aicc]);
      return { file, name: `${name} ${target}: AIC, BIC, AICc`, error, tolerance: 1e-10 };
    }),
  );
}

export function explicitRegressionChecks(): GoldenCheck[] {
  const checks = cases.flatMap((entry): GoldenCheck[] => {
    if (entry.optimizer.kind === 'STLSQ') return stlsqChecks(entry);
    if (entry.optimizer.kind === 'SR3') return sr3Checks(entry);
    if (entry.optimizer.kind === 'EvidenceGreedy') return evidenceChecks(entry);
    return stepwiseChecks(entry);
  });
  return [...checks, ...constraintChecks(), ...criteriaChecks()];
}
