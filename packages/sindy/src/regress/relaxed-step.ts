import { streamingQr } from '@noether/numerics';
import { triangularSolve } from './triangular-solve.js';

/**
 * The map u ↦ w = argmin |Θw − y|² + |w − u|²/ν of one target as w₀ + H u: w₀ and H are found once by a
 * QR factorisation of Θ above I/√ν, without the normal equations. Terms outside the support stay 0.
 */
export function relaxedStep(
  factor: Float64Array,
  terms: number,
  target: number,
  support: readonly number[],
  relaxation: number,
): (sparse: Float64Array, full: Float64Array) => void {
  const size = Math.sqrt(factor.length);
  const k = support.length;
  const columns = 2 * k + 1;
  const qr = streamingQr(columns);
  const row = new Float64Array(columns);
  for (let from = 0; from < terms; from++) {
    support.forEach((term, place) => (row[place] = factor[from * size + term]));
    row[k] = factor[from * size + terms + target];
    qr.push(row, 1);
  }
  const root = 1 / Math.sqrt(relaxation);
  for (let place = 0; place < k; place++) {
    row.fill(0);
    row[place] = root;
    row[k + 1 + place] = root;
    qr.push(row, 1);
  }
  const solution = triangularSolve(qr.factor(), columns, k, k, k + 1);
  return (sparse, full) => {
    full.fill(0);
    for (let place = 0; place < k; place++) {
      let value = solution[place * (k + 1)];
      for (let other = 0; other < k; other++) {
        value += solution[place * (k + 1) + 1 + other] * sparse[support[other]];
      }
      full[support[place]] = value;
    }
  };
}
