import { bracket } from '../bracket.js';
import { dot } from './orthonormal-span.js';

/** What brackets of an orthonormal basis are: the part inside the span and the size of the rest. */
export interface BracketTable {
  /** cᵢⱼₖ = ⟨[Qᵢ, Qⱼ], Qₖ⟩, row-major c × c × c. */
  readonly constants: Float64Array;
  /** ‖[Qᵢ, Qⱼ] − Σₖ cᵢⱼₖ Qₖ‖ for each pair, row-major c × c. */
  readonly outside: Float64Array;
}

/** Brackets of an orthonormal `basis`, c matrices n × n one after the other. */
export function bracketTable(basis: Float64Array, n: number): BracketTable {
  const entries = n * n;
  const rows = Array.from({ length: basis.length / entries }, (_, index) =>
    basis.subarray(index * entries, (index + 1) * entries),
  );
  const c = rows.length;
  const constants = new Float64Array(c * c * c);
  const outside = new Float64Array(c * c);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < i; j++) {
      const value = bracket(rows[i], rows[j], n);
      rows.forEach((direction, k) => {
        const share = dot(value, direction);
        constants[(i * c + j) * c + k] = share;
        constants[(j * c + i) * c + k] = -share;
        for (let entry = 0; entry < entries; entry++) value[entry] -= share * direction[entry];
      });
      outside[i * c + j] = outside[j * c + i] = Math.sqrt(dot(value, value));
    }
  }
  return { constants, outside };
}
