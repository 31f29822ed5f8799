import { symmetricEigen } from '@noether/numerics';
import { bracketTable } from './bracket-table.js';
import { fingerprint, type Fingerprint } from './fingerprint.js';
import type { KnownAlgebra } from './known-blocks.js';
import { addMovement } from './movement.js';
import { orthonormalSpan } from './orthonormal-span.js';

/** What is needed of a known algebra to recognise its conjugates. */
export interface Orbit {
  /** An orthonormal basis of the algebra. */
  readonly basis: Float64Array;
  readonly fingerprint: Fingerprint;
  /**
   * Dimension of the family of its conjugates P K P⁻¹: n² − dim { A : [A, K] ⊂ K }. The smaller, the
   * more special is the algebra.
   */
  readonly dimension: number;
}

const cache = new WeakMap<KnownAlgebra, Orbit>();

/** The orbit of a known algebra under changes of coordinates; computed once. */
export function orbitOf(algebra: KnownAlgebra): Orbit {
  const known = cache.get(algebra);
  if (known) return known;
  const { n, generators } = algebra;
  const stacked = Float64Array.from(generators.flatMap((matrix) => Array.from(matrix)));
  const basis = orthonormalSpan(stacked, n * n);
  let dimension: number | undefined;
  const orbit = {
    basis,
    fingerprint: fingerprint(basis, n, bracketTable(basis, n)),
    get dimension() {
      return (dimension ??= orbitDimension(basis, n));
    },
  };
  cache.set(algebra, orbit);
  return orbit;
}

/** Rank of A ↦ ([A, Q₁], …) outside of the span, whose squared singular values are eigenvalues. */
function orbitDimension(basis: Float64Array, n: number): number {
  const entries = n * n;
  const gram = new Float64Array(entries * entries);
  for (let start = 0; start < basis.length; start += entries) {
    addMovement(gram, basis.subarray(start, start + entries), basis, n);
  }
  return symmetricEigen(gram, entries).values.filter((value) => value > 1e-8).length;
}
