/** e^(−2πi pq/n) for p < n/parts and q < parts, real and imaginary part in turn, q running fastest. */
export function twiddles(n: number, parts: number): Float64Array {
  const count = parts === 1 ? n : n / parts;
  const table = new Float64Array(2 * count * parts);
  for (let p = 0; p < count; p++) {
    for (let q = 0; q < parts; q++) {
      const angle = (-2 * Math.PI * ((p * (parts === 1 ? 1 : q)) % n)) / n;
      table[2 * (p * parts + q)] = Math.cos(angle);
      table[2 * (p * parts + q) + 1] = Math.sin(angle);
    }
  }
  return table;
}
