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
  const d = basis.dimension;
  const p = terms.length;
  const qr = streamingQr(d * p);
  const row = new Float64Array(d * p);
  for (const generator of basis.generators) {
    const { matrix, outside } = generatorAction(terms, basis, generator);
    const columns = p + outside;
    for (let i = 0; i < d; i++) {
      for (let column = 0; column < columns; column++) {
        row.fill(0);
        for (let k = 0; k < d && column < p; k++) row[k * p + column] += generator[i * d + k];
        for (let k = 0; k < p; k++) row[i * p + k] -= matrix[k * columns + column];
        qr.push(row, 1);
      }
    }
  }
  return qr.factor();
}

/**
 * An orthonormal basis of the coefficients that satisfy L Ξ = Ξ M for all generators: one vec Ξ
 * (row-major d × p) a row, so `length / (d·p)` is the number of free coefficients.
 */
export function equivariantBasis(terms: readonly Term[], basis: SymmetryBasis): Float64Array {
  const size = basis.dimension * terms.length;
  return nullSpace(equivarianceEquations(terms, basis), size, size, 1e-10);
}
