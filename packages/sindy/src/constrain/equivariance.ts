import type { SymmetryBasis, Term } from '@noether/contracts';
import { nullSpace, streamingQr } from '@noether/numerics';
import { generatorAction } from './generator-action.js';

/**
 * The linear equations L Ξ = Ξ M (one set for each generator) on vec Ξ, row-major d × p, as the
 * triangular factor of all of them: row-major (d·p)². A system whose coefficients satisfy them commutes
 * with the group: g maps solutions to solutions.
 * @throws NoetherError when a term is not a monomial or the dimensions differ
 */
export function equivarianceEquations(terms: readonly Term[], basis: SymmetryBasis): Float64Array {
  const qr = streamingQr(basis.dimension * terms.length);
  for (const row of equivarianceRows(terms, basis)) qr.push(row, 1);
  return qr.factor();
}

/** The equations one by one, in one array that is written anew. */
function* equivarianceRows(terms: readonly Term[], basis: SymmetryBasis): Generator<Float64Array> {
  const d = basis.dimension;
  const p = terms.length;
  const row = new Float64Array(d * p);
  for (const generator of basis.generators) {
    const { matrix, outside } = generatorAction(terms, basis, generator);
    const columns = p + outside;
    for (let i = 0; i < d; i++) {
      for (let column = 0; column < columns; column++) {
        row.fill(0);
        for (let k = 0; k < d && column < p; k++) row[k * p + column] += generator[i * d + k];
        for (let k = 0; k < p; k++) row[i * p + k] -= matrix[k * columns + column];
        yield row;
      }
    }
  }
}

/**
 * An orthonormal basis of the coefficients that satisfy L Ξ = Ξ M for all generators: one vec Ξ
 * (row-major d × p) a row, so `length / (d·p)` is the number of free coefficients.
 * @param units what a coefficient of 1 is worth, d·p; 1 by default. The basis is of Ξ in these units, so terms of
 * all degrees weigh the same however large the data are
 */
export function equivariantBasis(
  terms: readonly Term[],
  basis: SymmetryBasis,
  units?: Float64Array,
): Float64Array {
  const size = basis.dimension * terms.length;
  if (!units) return nullSpace(equivarianceEquations(terms, basis), size, size, 1e-10);
  const qr = streamingQr(size);
  for (const row of equivarianceRows(terms, basis)) {
    const scaled = row.map((value, at) => value * units[at]);
    const largest = scaled.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest > 0)
      qr.push(
        scaled.map((value) => value / largest),
        1,
      );
  }
  return nullSpace(qr.factor(), size, size, 1e-10);
}
