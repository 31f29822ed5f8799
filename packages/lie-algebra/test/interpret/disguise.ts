import { expm, inverse, multiply, singularValues, type RandomStream } from '@noether/numerics';

/**
 * What training might have found of an algebra: a random change of coordinates exp(0.4 G), a random
 * mixing of condition 20 at most, norm 1 each, and normal errors `noise` of every entry.
 */
export function disguise(
  generators: readonly Float64Array[],
  n: number,
  noise: number,
  random: RandomStream,
): Float64Array[] {
  const c = generators.length;
  const frame = expm(
    random.fillNormal(new Float64Array(n * n)).map((entry) => 0.4 * entry),
    n,
  );
  const back = inverse(frame, n);
  const mixing = mildMixing(c, random);
  const moved = generators.map((matrix) => {
    const result = multiply(multiply(frame, matrix, n, n, n), back, n, n, n);
    const norm = Math.hypot(...result);
    return result.map((entry) => entry / norm);
  });
  return moved.map((_, i) => {
    const mixed = moved[0].map((__, entry) =>
      moved.reduce((sum, matrix, j) => sum + mixing[i * c + j] * matrix[entry], 0),
    );
    const norm = Math.hypot(...mixed);
    return mixed.map((entry) => entry / norm + noise * random.normal());
  });
}

function mildMixing(c: number, random: RandomStream): Float64Array {
  for (;;) {
    const mixing = random.fillNormal(new Float64Array(c * c));
    const values = singularValues(mixing, c, c);
    if (values[0] < 20 * values[c - 1]) return mixing;
  }
}
