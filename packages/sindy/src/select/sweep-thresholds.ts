import { type Context, type Trajectories, invalidArgument } from '@noether/contracts';
import { type CandidateOptions, candidatesOf } from '../candidates.js';
import type { EquationData } from '../equation-data.js';
import { factorData } from '../regress/factor-data.js';
import { residualSquare } from '../regress/residual.js';
import { stlsq } from '../regress/stlsq.js';
import { withoutRounding } from '../regress/without-rounding.js';
import type { RunningEquations } from '../running-equations.js';
import { systemOf } from '../system-of.js';
import { informationCriteria } from './information-criteria.js';
import { pickRow } from './pick-row.js';
import { rollOutError } from './roll-out-error.js';

/** One distinct model of a sweep. */
export interface SweepRow {
  /** The smallest of the thresholds that gave this model. */
  readonly threshold: number;
  /** Number of nonzero coefficients. */
  readonly terms: number;
  /** Σ over the equations. */
  readonly aicc: number;
  readonly bic: number;
  /** Error of roll-outs on the held-out data in units of their spread; undefined without such data. */
  readonly heldOut?: number;
  /** Whether no model with as few terms has a smaller error. */
  readonly pareto: boolean;
  readonly system: RunningEquations;
}

/** The models from the largest to the smallest, and which is picked and why. */
export interface Sweep {
  readonly rows: readonly SweepRow[];
  readonly picked: SweepRow;
  /** One sentence with numbers. */
  readonly reason: string;
}

/** Options of {@link sweepThresholds}. */
export interface SweepOptions extends CandidateOptions {
  /** By default 25, evenly spread in the logarithm over the coefficients of the full fit. */
  readonly thresholds?: readonly number[];
  /** 0.05 by default. */
  readonly ridge?: number;
  /** Trajectories that the fit has not seen. */
  readonly heldOut?: Trajectories;
}

/**
 * Fits by STLSQ for many thresholds from one pass over the data and keeps each distinct model. With held-out
 * trajectories the picked row is the one with the fewest terms whose roll-outs err at most 1.5 times as
 * much as the best; without, the one with the least BIC, which on noise-free data keeps too many terms.
 * @throws NoetherError when a threshold is not positive and all that `fitEquations` throws
 */
export function sweepThresholds(
  data: EquationData,
  options: SweepOptions,
  context: Context,
): Sweep {
  const { ridge = 0.05, heldOut } = options;
  const { library, allowed } = candidatesOf(data.names, options, data.inputs);
  const factor = factorData(library, data, context.signal);
  const p = library.terms.length;
  const d = data.names.length;
  const rows = data.velocities.length / d;
  const thresholds = options.thresholds ?? spread(stlsqCoefficients(0));
  const wrong = thresholds.find((value) => !(value > 0 && value < Infinity));
  if (wrong !== undefined || thresholds.length === 0) {
    throw invalidArgument('thresholds', wrong ?? thresholds, 'give positive numbers');
  }
  const models = new Map<string, Omit<SweepRow, 'pareto'>>();
  for (const threshold of [...thresholds].sort((a, b) => a - b)) {
    context.signal?.throwIfAborted();
    const found = stlsq(factor, p, d, { threshold, ridge, allowed });
    const limits = data.names.map(() => threshold);
    const coefficients = withoutRounding(factor, found.coefficients, limits);
    const key = coefficients.map((value) => (value === 0 ? 0 : 1)).join('');
    if (models.has(key)) continue;
    const counts = data.names.map(
      (_, t) => coefficients.subarray(t * p, (t + 1) * p).filter((value) => value !== 0).length,
    );
    const criteria = counts.map((count, t) =>
      informationCriteria(residualOf(coefficients, t), rows, count),
    );
    const system = systemOf(data, library, factor, coefficients, { threshold, ridge });
    models.set(key, {
      threshold,
      terms: counts.reduce((sum, count) => sum + count, 0),
      aicc: criteria.reduce((sum, entry) => sum + entry.aicc, 0),
      bic: criteria.reduce((sum, entry) => sum + entry.bic, 0),
      ...(heldOut ? { heldOut: rollOutError(system, heldOut) } : {}),
      system,
    });
  }
  return pickRow([...models.values()]);

  function residualOf(coefficients: Float64Array, target: number): number {
    return residualSquare(factor, coefficients.subarray(target * p, (target + 1) * p), p + target);
  }

  function stlsqCoefficients(threshold: number): Float64Array {
    return stlsq(factor, p, d, { threshold, ridge, allowed }).coefficients;
  }
}

/** 25 thresholds from the smallest to the largest coefficient, at most six decades down. */
function spread(coefficients: Float64Array): number[] {
  const sizes = coefficients.map(Math.abs).filter((value) => value > 0);
  if (sizes.length === 0) return [0.1];
  const high = Math.max(...sizes) * 1.01;
  const low = Math.max(Math.min(...sizes), 1e-6 * high) * 0.99;
  return Array.from({ length: 25 }, (_, at) => low * (high / low) ** (at / 24));
}
