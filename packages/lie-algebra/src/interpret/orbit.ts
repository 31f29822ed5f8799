import { multiply, singularValues } from '@noether/numerics';
import { bracketTable } from './bracket-table.js';
import { fingerprint, type Fingerprint } from './fingerprint.js';
import type { KnownAlgebra } from './known-blocks.js';
import { orthonormalSpan, projectOnSpan } from './orthonormal-span.js';

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
  const orbit = {
    basis,
    fingerprint: fingerprint(basis, n, bracketTable(basis, n)),
    dimension: orbitDimension(basis, n),
  };
  cache.set(algebra, orbit);
  return orbit;
}

/** Rank of A ↦ ([A, Q₁], …) outside of the span. */
function orbitDimension(basis: Float64Array, n: number): number {
  const entries = n * n;
  const columns = (basis.length / entries) * entries;
  const images = new Float64Array(entries * columns);
  for (let index = 0; index < entries; index++) {
    const direction = new Float64Array(entries);
    direction[index] = 1;
    const moved = new Float64Array(columns);
    for (let start = 0; start < columns; start += entries) {
      const matrix = basis.subarray(start, start + entries);
      const left = multiply(direction, matrix, n, n, n);
      const right = multiply(matrix, direction, n, n, n);
      for (let e = 0; e < entries; e++) moved[start + e] = left[e] - right[e];
    }
    const inside = projectOnSpan(basis, moved, entries);
    images.set(
      moved.map((entry, e) => entry - inside[e]),
      index * columns,
    );
  }
  return singularValues(images, entries, columns).filter((value) => value > 1e-8).length;
}
