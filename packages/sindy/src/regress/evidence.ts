import { invalidArgument } from '@noether/contracts';
import { fitSupport } from './fit-support.js';
import { residualSquare } from './residual.js';
import { scaledLogDeterminant } from './log-determinant.js';
import { type Supports, supportsOf } from './support.js';

/** Options of {@link evidenceGreedy}. */
export interface EvidenceOptions {
  /** Number of rows that R was made of. */
  readonly rows: number;
  /** σ², the variance of the noise of the velocities. */
  readonly noiseVariance: number;
  /** α, the inverse variance of the coefficients before the data are seen; 1 by default. */
  readonly precision?: number;
  /** The terms that each target may use; all when left out. */
  readonly allowed?: Supports;
}

/** Result of {@link evidenceGreedy}; matrices are row-major targets × terms. */
export interface EvidenceResult {
  /** The posterior mean of the model with the largest evidence. */
  readonly coefficients: Float64Array;
  /** Log evidence of each target after 0, 1, … removals. */
  readonly evidence: readonly (readonly number[])[];
  /** The terms of each target in the order of their removal. */
  readonly removed: readonly (readonly number[])[];
}

/**
 * Backward elimination by Bayesian evidence: each target drops the term whose removal gives the largest
 * log evidence −½[n ln 2π + n ln σ² + ln|αI + G/σ²| − k ln α + RSS/σ² + α|m|²] with the posterior mean
 * m = (G + ασ²I)⁻¹b, and stops when no removal raises it. There is no threshold to choose.
 * @param factor R of [Θ | Y], row-major (terms + targets)²
 * @throws NoetherError when an option is not positive
 */
export function evidenceGreedy(
  factor: Float64Array,
  terms: number,
  targets: number,
  options: EvidenceOptions,
): EvidenceResult {
  const { rows, noiseVariance, precision = 1 } = options;
  for (const [name, value] of Object.entries({ rows, noiseVariance, precision })) {
    if (!(value > 0 && value < Infinity)) {
      throw invalidArgument(name, value, 'give a positive number');
    }
  }
  const settings = { rows, noiseVariance, precision };
  const found = supportsOf(terms, targets, options.allowed).map((support, target) =>
    eliminateTerms(factor, terms, target, support, settings),
  );
  const coefficients = new Float64Array(targets * terms);
  found.forEach(({ row }, target) => coefficients.set(row, target * terms));
  return {
    coefficients,
    evidence: found.map((entry) => entry.evidence),
    removed: found.map((entry) => entry.removed),
  };
}

type Settings = Required<Omit<EvidenceOptions, 'allowed'>>;

function eliminateTerms(
  factor: Float64Array,
  terms: number,
  target: number,
  start: readonly number[],
  settings: Settings,
): { row: Float64Array; evidence: number[]; removed: number[] } {
  let support = start;
  let best = logEvidence(factor, terms, target, support, settings);
  const evidence = [best.value];
  const removed: number[] = [];
  while (support.length > 0) {
    const trials = support.map((out) => {
      const rest = support.filter((term) => term !== out);
      return { out, rest, ...logEvidence(factor, terms, target, rest, settings) };
    });
    const next = trials.reduce((left, right) => (right.value > left.value ? right : left));
    if (!(next.value > best.value)) break;
    best = next;
    support = next.rest;
    evidence.push(next.value);
    removed.push(next.out);
  }
  return { row: best.row, evidence, removed };
}

function logEvidence(
  factor: Float64Array,
  terms: number,
  target: number,
  support: readonly number[],
  { rows, noiseVariance, precision }: Settings,
): { value: number; row: Float64Array } {
  const row = fitSupport(factor, terms, target, support, precision * noiseVariance);
  const residual = residualSquare(factor, row, terms + target);
  const square = row.reduce((sum, value) => sum + value * value, 0);
  const determinant = scaledLogDeterminant(factor, terms, support, noiseVariance, precision);
  const value =
    rows * Math.log(2 * Math.PI * noiseVariance) +
    determinant -
    support.length * Math.log(precision) +
    residual / noiseVariance +
    precision * square;
  return { value: -value / 2, row };
}
