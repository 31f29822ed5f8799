import { invalidArgument } from '@noether/contracts';
import { checkGenerators } from '../check-generators.js';
import { multiply, symmetricEigen, transpose } from '@noether/numerics';
import { dot } from './orthonormal-span.js';
import { nullGap } from './null-gap.js';

/** Which forms J are looked for: J = Jᵀ, J = −Jᵀ or any. */
export type FormSymmetry = 'symmetric' | 'skew' | 'any';

/** The bilinear forms that a stack of generators preserves. */
export interface PreservedForms {
  /** √Σᵢ ‖Lᵢᵀ J + J Lᵢ‖² of the stationary J of norm 1 for Lᵢ of norm 1, ascending. */
  readonly spectrum: Float64Array;
  /** Orthonormal basis of the preserved forms, row-major n × n; empty when there are none. */
  readonly forms: readonly Float64Array[];
  /** First value of the spectrum that is not 0 over the last that is. */
  readonly gap: number;
  /** The form that is preserved best, whether or not well; norm 1. */
  readonly best: Float64Array;
  /** Numbers of positive, negative and zero (within `tolerance`) eigenvalues of `best` when symmetric. */
  readonly signature: readonly [positive: number, negative: number, zero: number];
}

/**
 * The metric that a set of generators preserves: minimises Σ ‖Lᵢᵀ J + J Lᵢ‖² over ‖J‖ = 1 (metric
 * discovery of LieGAN, Yang et al. 2023, §4.2), diag(−1, 1, 1, 1) for the Lorentz algebra up to sign.
 * How many forms are preserved is decided by the largest gap of the spectrum below `tolerance`.
 * @param generators row-major n × n; those that are 0 say nothing
 * @param tolerance 0.1 when left out, which suits a trained basis
 * @throws NoetherError when there is no generator that is not 0, or one is not n × n or not finite
 */
export function preservedForms(
  generators: readonly Float64Array[],
  n: number,
  symmetry: FormSymmetry = 'symmetric',
  tolerance = 0.1,
): PreservedForms {
  checkGenerators(generators, n);
  const units = generators
    .map((matrix) => ({ matrix, norm: Math.hypot(...matrix) }))
    .filter(({ norm }) => norm > 0)
    .map(({ matrix, norm }) => matrix.map((entry) => entry / norm));
  if (units.length === 0) throw invalidArgument('generators', generators, 'give one that is not 0');
  const basis = formBasis(n, symmetry);
  const size = basis.length;
  const images = basis.map((form) => units.map((matrix) => movement(form, matrix, n)));
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      gram[i * size + j] = images[i].reduce((sum, image, g) => sum + dot(image, images[j][g]), 0);
    }
  }
  const { values, vectors } = symmetricEigen(gram, size);
  const spectrum = values.map((value) => Math.sqrt(Math.max(0, value)));
  const { dimension, gap } = nullGap(spectrum, tolerance);
  const forms = Array.from({ length: Math.max(1, dimension) }, (_, column) =>
    basis[0].map((_, entry) =>
      basis.reduce((sum, form, row) => sum + vectors[row * size + column] * form[entry], 0),
    ),
  );
  return {
    spectrum,
    forms: forms.slice(0, dimension),
    gap,
    best: forms[0],
    signature: signatureOf(forms[0], n, tolerance),
  };
}

/** d/dt of J along the flow of L: Lᵀ J + J L. */
function movement(form: Float64Array, matrix: Float64Array, n: number): Float64Array {
  const right = multiply(form, matrix, n, n, n);
  const left = multiply(transpose(matrix, n, n), form, n, n, n);
  return right.map((entry, index) => entry + left[index]);
}

/** An orthonormal basis of the forms of a symmetry, in the Frobenius product. */
function formBasis(n: number, symmetry: FormSymmetry): Float64Array[] {
  const basis: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      if (i === j && symmetry !== 'skew') basis.push(form(n, i, i, 1, 0));
      if (i === j) continue;
      if (symmetry !== 'skew') basis.push(form(n, i, j, Math.SQRT1_2, Math.SQRT1_2));
      if (symmetry !== 'symmetric') basis.push(form(n, i, j, Math.SQRT1_2, -Math.SQRT1_2));
    }
  }
  if (basis.length === 0) throw invalidArgument('n', n, 'a skew form needs n of at least 2');
  return basis;
}

function form(n: number, i: number, j: number, below: number, above: number): Float64Array {
  const result = new Float64Array(n * n);
  if (i !== j) result[j * n + i] = above;
  result[i * n + j] = below;
  return result;
}

function signatureOf(
  matrix: Float64Array,
  n: number,
  tolerance: number,
): readonly [number, number, number] {
  const { values } = symmetricEigen(matrix, n);
  const limit = tolerance * Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
  const positive = values.filter((value) => value > limit).length;
  const negative = values.filter((value) => value < -limit).length;
  return [positive, negative, n - positive - negative];
}
