import { symmetricEigen } from '@noether/numerics';

/** Singular value, of the largest, below which a direction of the span counts as not there. */
const SMALLEST = 0.1;

/**
 * An orthonormal basis of what generators span together: left singular directions of the matrix whose rows they
 * are, down to a tenth of the largest singular value. Generators that are collinear, or next to nothing beside
 * others, add no direction. Row-major n × n matrices of Frobenius norm 1; none for generators that are all 0.
 */
export function independentGenerators(generators: readonly Float64Array[]): Float64Array[] {
  const c = generators.length;
  const gram = new Float64Array(c * c);
  generators.forEach((a, i) =>
    generators.forEach((b, j) => {
      gram[i * c + j] = a.reduce((sum, value, at) => sum + value * b[at], 0);
    }),
  );
  const { values, vectors } = symmetricEigen(gram, c);
  const largest = values[c - 1];
  const kept = Array.from(values.keys(), (at) => c - 1 - at).filter(
    (at) => largest > 0 && values[at] > SMALLEST ** 2 * largest,
  );
  return kept.map((column) =>
    generators[0].map((_, entry) => {
      const sum = generators.reduce((all, g, i) => all + vectors[i * c + column] * g[entry], 0);
      return sum / Math.sqrt(values[column]);
    }),
  );
}
