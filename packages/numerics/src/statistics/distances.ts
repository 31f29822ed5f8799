/** The Euclidean distances |aᵢ − bⱼ| of all rows, row-major n × m. */
export function distances(a: Float64Array, b: Float64Array, d: number): Float64Array {
  const [n, m] = [a.length / d, b.length / d];
  const result = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) {
        const difference = a[i * d + k] - b[j * d + k];
        sum += difference * difference;
      }
      result[i * m + j] = Math.sqrt(sum);
    }
  }
  return result;
}
