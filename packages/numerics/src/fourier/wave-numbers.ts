/** The wave numbers 2πk/length of a transform of n samples, in its order: k = 0, 1, … , −2, −1. */
export function waveNumbers(n: number, length: number): Float64Array {
  return Float64Array.from(
    { length: n },
    (_, k) => (2 * Math.PI * (k < n / 2 ? k : k - n)) / length,
  );
}
