import { type SymmetryBasis, type Term, invalidArgument } from '@noether/contracts';

/**
 * The matrix M with J_Θ(z)·L(z − c) = M Θ̃(z) for monomials Θ, where Θ̃ are the monomials of the
 * library followed by those that the product needs besides. Exact: each entry is a sum of integers
 * times entries of L.
 */
export interface GeneratorAction {
  /** Row-major terms × (terms + outside). */
  readonly matrix: Float64Array;
  /** How many monomials outside the library occur. */
  readonly outside: number;
}

/** @throws NoetherError when a term is not a monomial, or L has another dimension than the terms */
export function generatorAction(
  terms: readonly Term[],
  { dimension: d, centre }: SymmetryBasis,
  generator: Float64Array,
): GeneratorAction {
  const places = new Map<string, number>();
  terms.forEach(({ name, exponents, factors = [] }, index) => {
    if (factors.length > 0) {
      throw invalidArgument('terms', name, 'a symmetry constrains libraries of monomials only');
    }
    if (exponents.length !== d) {
      throw invalidArgument('generators', d, `they must act on ${exponents.length} variables`);
    }
    places.set(exponents.join(), index);
  });
  const entries: { row: number; column: number; value: number }[] = [];
  const add = (row: number, exponents: readonly number[], value: number): void => {
    if (value === 0) return;
    const key = exponents.join();
    const column = places.get(key) ?? places.size;
    places.set(key, column);
    entries.push({ row, column, value });
  };
  terms.forEach(({ exponents }, row) => {
    for (let i = 0; i < d; i++) {
      if (exponents[i] === 0) continue;
      const lowered = exponents.map((power, v) => power - (v === i ? 1 : 0));
      for (let j = 0; j < d; j++) {
        const weight = exponents[i] * generator[i * d + j];
        add(
          row,
          lowered.map((power, v) => power + (v === j ? 1 : 0)),
          weight,
        );
        add(row, lowered, -weight * centre[j]);
      }
    }
  });
  const columns = places.size;
  const matrix = new Float64Array(terms.length * columns);
  for (const { row, column, value } of entries) matrix[row * columns + column] += value;
  return { matrix, outside: columns - terms.length };
}
