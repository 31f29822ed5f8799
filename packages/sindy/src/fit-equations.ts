import { type Context, gapText } from '@noether/contracts';
import type { EquationData, EquationShape } from './equation-data.js';
import { type CandidateOptions, candidatesOf } from './candidates.js';
import { type EquationThresholds, equationThresholds } from './equation-thresholds.js';
import { leftSides } from './express/left-side.js';
import { warnOfEmpty, warnOfFit } from './fit-warnings.js';
import type { Library } from './library/library.js';
import { reduceData } from './regress/factor-data.js';
import type { Regression } from './regress/regression.js';
import type { RowFactor } from './regress/row-factor.js';
import { withoutRounding } from './regress/without-rounding.js';
import { stlsq, type StlsqOptions } from './regress/stlsq.js';
import type { Supports } from './regress/support.js';
import type { RunningEquations } from './running-equations.js';
import { systemOfTotals } from './system-of.js';

/** Options of {@link fitEquations}. */
export interface FitOptions
  extends CandidateOptions, Pick<StlsqOptions, 'ridge' | 'maxIterations'> {
  /** Smallest |coefficient| that stays, for all equations or by the name of the variable; 0.1 by default. */
  readonly threshold?: EquationThresholds;
  /** Another sparse regression than {@link stlsq}; it replaces threshold, ridge and maxIterations. */
  readonly regression?: Regression;
}

/**
 * SINDy: sparse coefficients Ξ with dx/dt ≈ Ξ Θ(x), or with inputs Ξ Θ(x, u) (SINDYc), or for a map
 * x[k+1] ≈ Ξ Θ(x[k], u[k]); see `equationDataOf` and `mapDataOf`. Θ are all monomials up to `degree` or a library of
 * your own, by {@link stlsq} or another regression on the same triangular factor. Θ is never stored; its
 * rows go through one streaming QR. The result keeps the terms that some equation uses, and
 * R² = 1 − Σw(ẋ − Ξθ)² / Σw(ẋ − mean)² of each equation.
 *
 * `threshold` (0.1) is compared with coefficients in the units of the data, so it means something only
 * when the variables are of order one. `ridge` (0.05) is pysindy's default and keeps nearly dependent
 * terms in check; the final coefficients are refitted without it.
 *
 * Warns through `context.observe` when an equation lost all its terms, when terms depend linearly on
 * others on this data, and when the terms still changed after `maxIterations`.
 * @throws NoetherError when lengths do not match, a row is not finite or there are fewer rows than terms
 */
export function fitEquations(
  data: EquationData,
  options: FitOptions,
  context: Context,
): RunningEquations {
  if (data.gaps) {
    context.observe({ kind: 'note', stage: 'equations', message: gapText(data.gaps) });
  }
  const { library, allowed } = candidatesOf(data.names, options, data.inputs);
  const reduced = reduceData(library, data, context.signal);
  return solveReduced(reduced, data, library, allowed, options, context);
}

/** The regression on the factor of all rows. */
export function solveReduced(
  { factor, moments }: RowFactor,
  shape: EquationShape,
  library: Library,
  allowed: Supports,
  options: FitOptions,
  context: Context,
): RunningEquations {
  const { ridge, maxIterations = 20, regression } = options;
  const equations = shape.names;
  const finish = (coefficients: Float64Array): RunningEquations =>
    systemOfTotals(shape, moments.square, library, factor, coefficients, options);
  if (regression) {
    const coefficients = regression({ factor, library, equations, allowed, rows: moments.rows });
    warnOfEmpty(coefficients, leftSides(shape), context);
    return finish(coefficients);
  }
  const thresholds = equationThresholds(equations, options.threshold);
  const settings = { threshold: thresholds, maxIterations, allowed };
  const found = stlsq(
    factor,
    library.terms.length,
    equations.length,
    ridge === undefined ? settings : { ...settings, ridge },
  );
  const coefficients = withoutRounding(factor, found.coefficients, thresholds);
  const sides = leftSides(shape);
  warnOfFit({ ...found, coefficients }, library, sides, thresholds, maxIterations, context);
  return finish(coefficients);
}
