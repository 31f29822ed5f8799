import type { Context, EquationSystem } from '@noether/contracts';
import type { EquationData } from './equation-data.js';
import { equationSystem } from './equation-system.js';
import { factorData } from './regress/factor-data.js';
import { stlsq, type StlsqOptions, type StlsqResult } from './regress/stlsq.js';
import type { Library } from './library/library.js';
import { polynomialLibrary } from './library/polynomial.js';
import { totalSquare } from './regress/total-square.js';

/** Options of {@link fitEquations}. */
export interface FitOptions extends Omit<StlsqOptions, 'unbias'> {
  /** Highest total degree of the monomials; 2 by default. */
  readonly degree?: number;
  /** Whether the constant 1 is among the candidates; true by default. */
  readonly constant?: boolean;
}

/**
 * SINDy: sparse coefficients Ξ with dx/dt ≈ Ξ Θ(x), Θ all monomials up to `degree`, by {@link stlsq}.
 * Θ is never stored; its rows go through one streaming QR. The result keeps the terms that some
 * equation uses, and R² = 1 − Σw(ẋ − Ξθ)² / Σw(ẋ − mean)² of each equation.
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
): EquationSystem {
  const { degree = 2, constant = true, ...regression } = options;
  const library = polynomialLibrary(data.names, degree, { constant });
  const d = data.names.length;
  const p = library.terms.length;
  const factor = factorData(library, data, context.signal);
  const result = stlsq(factor, p, d, regression);
  warn(result, library, regression, context);
  const used = Array.from(library.terms.keys()).filter((term) =>
    data.names.some((_, row) => result.coefficients[row * p + term] !== 0),
  );
  return equationSystem({
    kind: 'equation-system',
    variables: data.names,
    terms: used.map((term) => library.terms[term]),
    coefficients: data.names.map((_, row) =>
      used.map((term) => result.coefficients[row * p + term]),
    ),
    r2: data.names.map((_, row) => determination(result.residuals[row], totalSquare(data, row))),
    provenance: { stage: 'equations', options: { ...options } },
  });
}

/** R² as in scikit-learn: a constant velocity is explained fully or not at all. */
function determination(residual: number, total: number): number {
  if (total > 0) return 1 - residual / total;
  return residual === 0 ? 1 : 0;
}

function warn(
  { emptied, dependent, converged }: StlsqResult,
  { variables, terms }: Library,
  { threshold = 0.1, maxIterations = 20 }: StlsqOptions,
  context: Context,
): void {
  const tell = (message: string): void =>
    context.observe({ kind: 'warning', stage: 'equations', message });
  for (const { target, largest } of emptied) {
    const size = Number(largest.toPrecision(2));
    tell(`every term of d${variables[target]}/dt fell below ${threshold}; the largest was ${size}`);
  }
  variables.forEach((variable, target) => {
    const names = dependent
      .filter((item) => item.target === target)
      .map((item) => terms[item.term].name);
    if (names.length > 0) {
      tell(
        `in d${variable}/dt ${names.join(', ')} cannot be told from the other terms on this data ` +
          'and was left out; lower the degree or add trajectories',
      );
    }
  });
  if (!converged) {
    tell(`the terms still changed after ${maxIterations} iterations; raise maxIterations`);
  }
}
