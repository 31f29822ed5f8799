import { invalidArgument, type EquationRecord } from '@noether/contracts';
import { multiply, transpose } from '@noether/numerics';
import { evaluateTerms } from './evaluate-terms.js';
import { latentTerms } from './latent-terms.js';
import { leastSquares } from './least-squares.js';

/** The affine map from a latent space to reference coordinates that fits best. */
export interface LatentAlignment {
  /** reference ≈ matrix · z + offset, row-major d × k. */
  readonly matrix: Float64Array;
  /** Length d. */
  readonly offset: Float64Array;
  /** Coefficient of determination of each reference variable. */
  readonly r2: readonly number[];
}

/**
 * Fits reference ≈ A z + b by least squares over rows of latent states (rows × k) and reference
 * states (rows × d). A latent space is found up to such a map at best, so this is how a known system
 * is looked for in it.
 * @throws NoetherError when the rows do not pair up or the latent states lie in a hyperplane
 */
export function alignLatent(
  latent: Float64Array,
  reference: Float64Array,
  { k, d }: { readonly k: number; readonly d: number },
): LatentAlignment {
  const rows = latent.length / k;
  if (!Number.isInteger(rows) || reference.length !== rows * d) {
    throw invalidArgument('reference', reference, `it must have ${rows} rows of ${d} numbers`);
  }
  const withOne = new Float64Array(rows * (k + 1)).fill(1);
  for (let row = 0; row < rows; row++) {
    withOne.set(latent.subarray(row * k, row * k + k), row * (k + 1));
  }
  const fitted = leastSquares(withOne, reference, { rows, p: k + 1, m: d });
  const found = multiply(withOne, fitted, rows, k + 1, d);
  return {
    matrix: transpose(fitted.slice(0, k * d), k, d),
    offset: fitted.slice(k * d),
    r2: determination(reference, found, d),
  };
}

/**
 * First-order equations ż = f(z) of a latent space in the reference coordinates r = A z + b:
 * ṙ = A f(A⁻¹ (r − b)), written in all monomials of r up to `degree` by a fit over the rows, which is
 * exact for polynomial equations of that degree. Needs as many latent variables as references.
 * @returns the equations with their coefficients of determination over the rows
 */
export function alignedEquations(
  equations: EquationRecord,
  latent: Float64Array,
  { matrix, offset }: LatentAlignment,
  { variables, degree }: { readonly variables: readonly string[]; readonly degree: number },
): EquationRecord {
  const k = equations.variables.length;
  const d = variables.length;
  if (k !== d || latent.length % k !== 0) {
    throw invalidArgument('variables', variables, `there must be ${k}, as in the latent space`);
  }
  const rows = latent.length / k;
  const theta = evaluateTerms(equations.terms, latent, k);
  const xi = Float64Array.from(equations.coefficients.flat());
  const p = equations.terms.length;
  const field = multiply(theta, transpose(xi, k, p), rows, p, k);
  const moved = (values: Float64Array, shift: (at: number) => number): Float64Array =>
    multiply(values, transpose(matrix, d, k), rows, k, d).map((value, at) => value + shift(at % d));
  const states = moved(latent, (at) => offset[at]);
  const velocities = moved(field, () => 0);
  const terms = latentTerms(variables, { degree });
  const values = evaluateTerms(terms, states, d);
  const fitted = leastSquares(values, velocities, { rows, p: terms.length, m: d });
  return {
    kind: 'equation-system',
    variables: [...variables],
    terms,
    coefficients: variables.map((_, equation) =>
      terms.map((_term, term) => fitted[term * d + equation]),
    ),
    r2: determination(velocities, multiply(values, fitted, rows, terms.length, d), d),
    provenance: { stage: 'autoencoder' },
  };
}

/**
 * How much each term moves its equation: |coefficient| · rms(term) / rms(derivative) over states
 * (rows × d), one row of shares for each equation.
 */
export function termShares(equations: EquationRecord, states: Float64Array): number[][] {
  const d = equations.variables.length;
  const p = equations.terms.length;
  const values = evaluateTerms(equations.terms, states, d);
  const rows = values.length / p;
  const meanSquare = new Float64Array(p);
  values.forEach((value, at) => (meanSquare[at % p] += value ** 2 / rows));
  return equations.coefficients.map((coefficients) => {
    const derivative = multiply(values, Float64Array.from(coefficients), rows, p, 1);
    const size = Math.sqrt(derivative.reduce((sum, value) => sum + value ** 2, 0) / rows);
    return coefficients.map(
      (value, term) => (Math.abs(value) * Math.sqrt(meanSquare[term])) / size,
    );
  });
}

function determination(values: Float64Array, found: Float64Array, d: number): number[] {
  const rows = values.length / d;
  const means = new Float64Array(d);
  values.forEach((value, at) => (means[at % d] += value / rows));
  const [errors, spread] = [new Float64Array(d), new Float64Array(d)];
  values.forEach((value, at) => {
    errors[at % d] += (value - found[at]) ** 2;
    spread[at % d] += (value - means[at % d]) ** 2;
  });
  return Array.from(errors, (error, at) => 1 - error / spread[at]);
}
