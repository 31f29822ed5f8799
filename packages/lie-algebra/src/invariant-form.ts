import { multiply, symmetricEigen, transpose } from '@noether/numerics';
import { checkGenerators } from './check-generators.js';
import { dot } from './interpret/orthonormal-span.js';

/**
 * The quadratic form zᵀSz that exp(tL) preserves: symmetric S of Frobenius norm 1 and positive trace
 * with S L + Lᵀ S = 0, row-major n × n; I/√2 for a rotation of the plane. When no form is preserved
 * exactly it is the S that makes ‖S L + Lᵀ S‖ least; when several are, it is the one closest to the
 * identity. A form without trace, as that of a hyperbolic rotation, has its first nonzero entry
 * positive. Of several generators the form common to all, which makes Σ ‖S Lᵢ + Lᵢᵀ S‖²/‖Lᵢ‖² least;
 * `preservedForms` gives the spectrum and skew forms too.
 * @param generators L or several, row-major n × n
 * @param tolerance forms with ‖S L + Lᵀ S‖ up to this, of ‖L‖, count as preserved beside the best one; default 0
 * @throws NoetherError when there are none, or one is not n × n or not finite
 */
export function invariantForm(
  generators: Float64Array | readonly Float64Array[],
  n: number,
  tolerance = 0,
): Float64Array {
  const stack = scaledStack(generators);
  checkGenerators(stack, n);
  const basis = symmetricBasis(n);
  const images = basis.map((form) => concatenated(stack.map((one) => derivative(form, one, n))));
  const gram = new Float64Array(basis.length ** 2);
  for (let i = 0; i < basis.length; i++) {
    for (let j = 0; j <= i; j++) {
      gram[i * basis.length + j] = gram[j * basis.length + i] = dot(images[i], images[j]);
    }
  }
  const { values, vectors } = symmetricEigen(gram, basis.length);
  const allowed = tolerance ** 2 * stack.reduce((sum, one) => sum + dot(one, one), 0);
  const limit = Math.max(values[0] + 1e-12 * values[values.length - 1], allowed);
  const preserved = Array.from(values.keys())
    .filter((column) => values[column] <= limit)
    .map((column) => assemble(basis, vectors, column));
  return normalise(closestToIdentity(preserved, n), n);
}

/** A lone generator as it is, several with norm 1 so that each counts alike. */
function scaledStack(generators: Float64Array | readonly Float64Array[]): readonly Float64Array[] {
  if (generators instanceof Float64Array) return [generators];
  if (generators.length === 1) return generators;
  return generators.map((generator) => {
    const norm = Math.hypot(...generator);
    return norm > 0 ? generator.map((entry) => entry / norm) : generator;
  });
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  return parts.length === 1 ? parts[0] : Float64Array.from(parts.flatMap((part) => [...part]));
}

/** d/dt of S along the flow of L: S L + Lᵀ S. */
function derivative(form: Float64Array, generator: Float64Array, n: number): Float64Array {
  const product = multiply(form, generator, n, n, n);
  const mirrored = transpose(product, n, n);
  return product.map((entry, index) => entry + mirrored[index]);
}

/** An orthonormal basis of the symmetric matrices in the Frobenius product. */
function symmetricBasis(n: number): Float64Array[] {
  const basis: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const form = new Float64Array(n * n);
      form[i * n + j] = form[j * n + i] = i === j ? 1 : Math.SQRT1_2;
      basis.push(form);
    }
  }
  return basis;
}

function assemble(basis: Float64Array[], vectors: Float64Array, column: number): Float64Array {
  return basis[0].map((_, entry) =>
    basis.reduce((sum, form, row) => sum + vectors[row * basis.length + column] * form[entry], 0),
  );
}

function closestToIdentity(forms: readonly Float64Array[], n: number): Float64Array {
  const sum = new Float64Array(n * n);
  for (const form of forms) {
    const share = trace(form, n);
    for (let entry = 0; entry < sum.length; entry++) sum[entry] += share * form[entry];
  }
  return Math.hypot(...sum) > 1e-6 ? sum : forms[0];
}

function normalise(form: Float64Array, n: number): Float64Array {
  const size = trace(form, n);
  const first = form.find((entry) => Math.abs(entry) > 1e-9) ?? 1;
  const sign = Math.sign(Math.abs(size) > 1e-9 ? size : first);
  const scale = sign / Math.hypot(...form);
  return form.map((entry) => entry * scale);
}

function trace(matrix: Float64Array, n: number): number {
  let sum = 0;
  for (let index = 0; index < n; index++) sum += matrix[index * n + index];
  return sum;
}
