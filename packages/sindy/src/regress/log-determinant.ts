import { streamingQr } from '@noether/numerics';

/** ln|αI + G/σ²| for the Gram matrix G of some columns of Θ, from the R factor of Θ/σ above √α·I. */
export function scaledLogDeterminant(
  factor: Float64Array,
  terms: number,
  support: readonly number[],
  noiseVariance: number,
  precision: number,
): number {
  const k = support.length;
  if (k === 0) return 0;
  const size = Math.sqrt(factor.length);
  const qr = streamingQr(k);
  const row = new Float64Array(k);
  for (let from = 0; from < terms; from++) {
    support.forEach(
      (term, place) => (row[place] = factor[from * size + term] / Math.sqrt(noiseVariance)),
    );
    qr.push(row, 1);
  }
  for (let place = 0; place < k; place++) {
    row.fill(0);
    row[place] = Math.sqrt(precision);
    qr.push(row, 1);
  }
  const triangle = qr.factor();
  let sum = 0;
  for (let place = 0; place < k; place++) sum += 2 * Math.log(triangle[place * k + place]);
  return sum;
}
