/** The generator that turns the planes of neighbouring coordinates (1, 2), (3, 4), … alike, row-major d × d, d even. */
export function rotationOfPlanes(d: number): Float64Array {
  const generator = new Float64Array(d * d);
  for (let plane = 0; plane < d; plane += 2) {
    generator[d * plane + plane + 1] = 1;
    generator[d * (plane + 1) + plane] = -1;
  }
  return generator;
}
