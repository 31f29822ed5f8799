import { multiply, symmetricEigen, transpose } from '@noether/numerics';
import type { BracketTable } from './bracket-table.js';
import { dot } from './orthonormal-span.js';

/**
 * Sizes that tell algebras and their actions apart, each list ascending. For an orthonormal basis they
 * change under a change of coordinates, but neither which are zero nor their signs do.
 */
export interface Fingerprint {
  /** Eigenvalues of the Killing form tr(ad X ad Y). */
  readonly killing: Float64Array;
  /** Eigenvalues of the trace form tr(XY). */
  readonly traceForm: Float64Array;
  /** Singular values of the brackets: as many are not 0 as the derived algebra has dimensions. */
  readonly derived: Float64Array;
  /** Singular values of v ↦ (Q₁v, …): as many are 0 as there are fixed vectors. */
  readonly moved: Float64Array;
  /** The same of the transposed matrices. */
  readonly movedDual: Float64Array;
  /** √Σ (tr Qᵢ)²: 0 when volumes are preserved. */
  readonly trace: Float64Array;
}

/** The fingerprint of an orthonormal basis of c matrices n × n with its brackets. */
export function fingerprint(basis: Float64Array, n: number, table: BracketTable): Fingerprint {
  const entries = n * n;
  const c = basis.length / entries;
  const matrices = Array.from({ length: c }, (_, i) =>
    basis.subarray(i * entries, (i + 1) * entries),
  );
  const mirrored = matrices.map((matrix) => transpose(matrix, n, n));
  const traceForm = new Float64Array(c * c);
  const moved = new Float64Array(entries);
  const movedDual = new Float64Array(entries);
  let trace = 0;
  matrices.forEach((matrix, i) => {
    mirrored.forEach((other, j) => {
      traceForm[i * c + j] = dot(matrix, other);
    });
    add(moved, multiply(mirrored[i], matrix, n, n, n));
    add(movedDual, multiply(matrix, mirrored[i], n, n, n));
    let sum = 0;
    for (let index = 0; index < n; index++) sum += matrix[index * n + index];
    trace += sum * sum;
  });
  return {
    killing: symmetricEigen(killingOf(table.constants, c), c).values,
    traceForm: symmetricEigen(traceForm, c).values,
    derived: roots(gramOfBrackets(table.constants, c), c),
    moved: roots(moved, n),
    movedDual: roots(movedDual, n),
    trace: Float64Array.of(Math.sqrt(trace)),
  };
}

/** Kᵢⱼ = Σₖₗ cᵢₖₗ cⱼₗₖ, row-major c × c. */
export function killingOf(constants: Float64Array, c: number): Float64Array {
  const form = new Float64Array(c * c);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) {
      for (let k = 0; k < c; k++) {
        for (let l = 0; l < c; l++) {
          form[i * c + j] += constants[(i * c + k) * c + l] * constants[(j * c + l) * c + k];
        }
      }
    }
  }
  return form;
}

function gramOfBrackets(constants: Float64Array, c: number): Float64Array {
  return multiply(transpose(constants, c * c, c), constants, c, c * c, c);
}

function roots(gram: Float64Array, size: number): Float64Array {
  return symmetricEigen(gram, size).values.map((value) => Math.sqrt(Math.max(0, value)));
}

function add(sum: Float64Array, term: Float64Array): void {
  for (let index = 0; index < sum.length; index++) sum[index] += term[index];
}
