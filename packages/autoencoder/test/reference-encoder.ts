import type { EncoderRecord } from '@noether/contracts';

/** φ of one state in float64, layer by layer from the tensors of a record with batch norm. */
export function referenceEncode({ tensors, options }: EncoderRecord, state: number[]): number[] {
  const name = (index: number): string => `autoencoder.encoder.${index}`;
  const at = (key: string): number[] => Array.from(tensors[key].data);
  const hidden = options.hidden as number;
  let value = state;
  for (let index = 0; index < hidden; index++) {
    value = affine(value, at(`${name(index)}.weight`), tensors[`${name(index)}.bias`]?.data);
    value = normalise(value, at, `${name(index)}.norm`).map((entry) => Math.max(entry, 0));
  }
  const last = name(hidden);
  const rows = orthonormalRows(at(`${last}.vectors`), value.length);
  const projected = rows.map((row) => row.reduce((sum, w, index) => sum + w * value[index], 0));
  const bias = at(`${last}.bias`);
  return normalise(
    projected.map((entry, index) => entry + bias[index]),
    at,
    `${last}.norm`,
  );
}

function affine(x: number[], weight: number[], bias: ArrayLike<number> | undefined): number[] {
  const width = weight.length / x.length;
  return Array.from({ length: width }, (_, column) =>
    x.reduce((sum, value, row) => sum + value * weight[row * width + column], bias?.[column] ?? 0),
  );
}

/** Batch norm with the running statistics. */
function normalise(x: number[], at: (key: string) => number[], key: string): number[] {
  const [scale, shift] = [at(`${key}.scale`), at(`${key}.shift`)];
  const [mean, variance] = [at(`${key}.mean`), at(`${key}.variance`)];
  return x.map(
    (value, index) =>
      (scale[index] * (value - mean[index])) / Math.sqrt(variance[index] + 1e-5) + shift[index],
  );
}

/** First rows of the product of the reflections I − 2vvᵀ/|v|², last reflection first. */
export function orthonormalRows(vectors: number[], size: number): number[][] {
  const count = vectors.length / size;
  return Array.from({ length: count }, (_, row) => {
    let unit: number[] = Array.from({ length: size }, (_, column) => (column === row ? 1 : 0));
    for (let index = count - 1; index >= 0; index--) {
      const v = vectors.slice(index * size, (index + 1) * size);
      const square = v.reduce((sum, entry) => sum + entry * entry, 0);
      const along = v.reduce((sum, entry, column) => sum + entry * unit[column], 0);
      unit = unit.map((entry, column) => entry - (2 * along * v[column]) / square);
    }
    return unit;
  });
}
