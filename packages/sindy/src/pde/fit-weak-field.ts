import type { Context } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';
import { equationSystem } from '../equation-system.js';
import { leftSide } from '../express/left-side.js';
import { warnOfFit } from '../fit-warnings.js';
import { pdeLibrary } from '../library/pde.js';
import type { Library } from '../library/library.js';
import type { RegressionRows } from '../regress/regression-rows.js';
import { columnSquare } from '../regress/column-square.js';
import { determination } from '../regress/determination.js';
import { residualSquare } from '../regress/residual.js';
import { stlsq } from '../regress/stlsq.js';
import { totalSquare } from '../regress/total-square.js';
import type { RunningEquations } from '../running-equations.js';
import { checkGridField, type GridField } from './grid-field.js';
import { type WeakCandidate, weakCandidates } from './weak-candidates.js';
import { weakGridRows, type WeakGridOptions } from './weak-grid-rows.js';

/** Options of {@link fitWeakField}. */
export interface WeakFieldOptions extends WeakGridOptions {
  /** Highest order of the derivatives in space; 2 by default. */
  readonly order?: number;
  /** Highest degree of the monomials; 2 by default. */
  readonly degree?: number;
  /** Smallest |coefficient| of a candidate that stays, in the units of the data; 0.05 by default. */
  readonly threshold?: number;
  /** 1e-6 by default, because the integrals are small. */
  readonly ridge?: number;
}

/**
 * A partial differential equation from noisy fields on a grid, by the weak form in space and time (Messenger and
 * Bortz, J. Comput. Phys. 443, 2021) and STLSQ. Candidates are monomials, derivatives of the fields, and first
 * derivatives of products, ∂ₓ(u²) = 2 u u_x, so that every derivative goes to the test function. The result is in the
 * terms of `pdeLibrary` and runs by `fieldVelocity`.
 * @throws NoetherError when the field does not fit its grid or a window is too short
 */
export function fitWeakField(
  field: GridField,
  options: WeakFieldOptions,
  context: Context,
): RunningEquations {
  checkGridField(field);
  const { order = 2, degree = 2, threshold = 0.05, ridge = 1e-6 } = options;
  const { names } = field;
  const axes = field.axes.map(({ name }) => name);
  const library = pdeLibrary(names, { axes, order, degree });
  const { candidates, monomials } = weakCandidates(names, axes, order, degree);
  const { theta, target, rows } = weakGridRows(field, candidates, monomials, options);
  const [p, d] = [candidates.length, names.length];
  const factor = factorOf({ theta, target, rows }, p, d);
  const result = stlsq(factor, p, d, { threshold, ridge });
  const labels = candidates.map(({ parts }) => ({
    name: parts.map(({ term }) => term).join(' + '),
  }));
  const sides = names.map((name) => leftSide(name, false));
  warnOfFit(
    result,
    { terms: labels },
    sides,
    names.map(() => threshold),
    20,
    context,
  );
  return systemFrom(field, library, candidates, factor, result.coefficients, target, options);
}

function factorOf({ theta, target, rows }: RegressionRows, p: number, d: number): Float64Array {
  const qr = streamingQr(p + d);
  const joined = new Float64Array(p + d);
  for (let row = 0; row < rows; row++) {
    joined.set(theta.subarray(row * p, (row + 1) * p));
    joined.set(target.subarray(row * d, (row + 1) * d), p);
    qr.push(joined, 1);
  }
  return qr.factor();
}

/** The coefficients of the candidates as those of the terms of `pdeLibrary`. */
function systemFrom(
  { names }: GridField,
  library: Library,
  candidates: readonly WeakCandidate[],
  factor: Float64Array,
  coefficients: Float64Array,
  target: Float64Array,
  options: WeakFieldOptions,
): RunningEquations {
  const [p, d] = [candidates.length, names.length];
  const places = new Map(library.terms.map(({ name }, at) => [name, at]));
  const found = names.map(() => new Float64Array(library.terms.length));
  coefficients.forEach((value, at) => {
    for (const { term, factor: times } of candidates[at % p].parts) {
      const place = places.get(term);
      if (place !== undefined) found[Math.floor(at / p)][place] += times * value;
    }
  });
  const used = [...library.terms.keys()].filter((at) => found.some((row) => row[at] !== 0));
  const data = { names, states: target, velocities: target };
  return equationSystem({
    kind: 'equation-system',
    variables: names,
    inputs: library.variables.slice(d),
    terms: used.map((at) => library.terms[at]),
    coefficients: found.map((row) => used.map((at) => row[at])),
    r2: names.map((_, t) => {
      const row = coefficients.subarray(t * p, (t + 1) * p);
      const residual = residualSquare(factor, row, p + t);
      return determination(residual, totalSquare(data, t), columnSquare(factor, p + t));
    }),
    provenance: { stage: 'equations', options: { ...options } },
  });
}
