import { streamingQr } from '@noether/numerics';
import { invalidArgument } from '@noether/contracts';
import { cappedSimplex } from './capped-simplex.js';
import { fitSupport } from './fit-support.js';
import type { RegressionRows } from './regression-rows.js';
import { relaxedStep } from './relaxed-step.js';
import { checkedSr3, type Sr3Options, type Sr3Result } from './sr3.js';
import { supportsOf } from './support.js';

/** Options of {@link trimmedSr3}. */
export interface TrimmedSr3Options extends Omit<Sr3Options, 'unbias'> {
  /** Which fraction of the rows is taken for outliers, above 0 and below 1. */
  readonly fraction: number;
  /** Step of the projected gradient for the weights of the rows; 1 by default. */
  readonly step?: number;
}

/** Result of {@link trimmedSr3}. */
export interface TrimmedSr3Result extends Sr3Result {
  /** Weight of each row, 0 for an outlier, 1 for a row that counts. */
  readonly weights: Float64Array;
}

/**
 * SR3 that leaves outliers out (Champion et al., IEEE Access 8, 2020, §III-C): the rows get weights
 * 0 ≤ v ≤ 1 with Σv = (1 − fraction)·rows, by turns with the coefficients,
 * v ← P(v − step·½|y − Θw|²) with the projection P on the capped simplex. It needs the rows themselves.
 * @throws NoetherError when an option is out of range
 */
export function trimmedSr3(
  { theta, target, rows }: RegressionRows,
  terms: number,
  targets: number,
  options: TrimmedSr3Options,
): TrimmedSr3Result {
  const settings = checkedSr3(options, terms * targets);
  const { fraction, step = 1 } = options;
  if (!(fraction > 0 && fraction < 1)) {
    throw invalidArgument('fraction', fraction, 'give a number above 0 and below 1');
  }
  if (!(step > 0)) throw invalidArgument('step', step, 'give a positive number');
  const supports = supportsOf(terms, targets, options.allowed);
  const problem = { theta, target, rows };
  let weights: Float64Array = new Float64Array(rows).fill(1 - fraction);
  const plain = weightedFactor(problem, terms, targets);
  let sparse = Float64Array.from(
    supports.flatMap((support, at) => Array.from(fitSupport(plain, terms, at, support))),
  );
  let full = sparse.slice();
  let [iterations, change] = [0, Infinity];
  while (iterations < settings.maxIterations && !(change < settings.tolerance)) {
    const squares = squaresOf(problem, full, terms, targets);
    const factor = weightedFactor(problem, terms, targets, weights);
    const next = new Float64Array(terms * targets);
    supports.forEach((support, at) => {
      const range = [at * terms, (at + 1) * terms] as const;
      const solve = relaxedStep(factor, terms, at, support, settings.relaxation);
      solve(sparse.subarray(...range), next.subarray(...range));
    });
    full = next;
    const kept = next.map(settings.prox);
    change = Math.hypot(...kept.map((value, at) => value - sparse[at])) / settings.relaxation;
    sparse = kept;
    weights = cappedSimplex(
      weights.map((weight, row) => weight - step * 0.5 * squares[row]),
      (1 - fraction) * rows,
    );
    iterations++;
  }
  return { coefficients: sparse, iterations, converged: change < settings.tolerance, weights };
}

/** R of √v·[Θ | Y]. */
function weightedFactor(
  { theta, target, rows }: RegressionRows,
  terms: number,
  targets: number,
  weights?: Float64Array,
): Float64Array {
  const qr = streamingQr(terms + targets);
  const joined = new Float64Array(terms + targets);
  for (let row = 0; row < rows; row++) {
    const root = weights ? Math.sqrt(weights[row]) : 1;
    for (let term = 0; term < terms; term++) joined[term] = root * theta[row * terms + term];
    for (let at = 0; at < targets; at++) joined[terms + at] = root * target[row * targets + at];
    qr.push(joined, 1);
  }
  return qr.factor();
}

/** |y − Θw|² of each row over all targets. */
function squaresOf(
  { theta, target, rows }: RegressionRows,
  coefficients: Float64Array,
  terms: number,
  targets: number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let square = 0;
    for (let at = 0; at < targets; at++) {
      let residual = target[row * targets + at];
      for (let term = 0; term < terms; term++) {
        residual -= theta[row * terms + term] * coefficients[at * terms + term];
      }
      square += residual * residual;
    }
    return square;
  });
}
