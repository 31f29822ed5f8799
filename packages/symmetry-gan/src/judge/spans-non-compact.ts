import { closureResidual, killingForm } from '@noether/lie-algebra';
import { symmetricEigen } from '@noether/numerics';

/** sl(2), the smallest semisimple algebra that is not compact, has three dimensions. */
const FEWEST = 3;
/** Least eigenvalue of the Gram matrix of the unit generators for them to count as independent. */
const INDEPENDENT = 1e-3;
/** Largest residual of the brackets. */
const CLOSED = 0.1;
/** Least |eigenvalue| of the Killing form over the largest of a semisimple algebra. */
const SEMISIMPLE = 0.05;

/**
 * Whether generators span a semisimple algebra that is not compact, such as so(1,3): they are
 * independent, their brackets stay in the span, and their Killing form has no zero and is not negative
 * definite (Cartan), all in an orthonormal basis. Chance does not bring that about, and such a group
 * has boosts: real eigenvalues are no sign of failure in it.
 * @param generators row-major n × n
 */
export function spansNonCompact(generators: readonly Float64Array[], n: number): boolean {
  const norms = generators.map((generator) => Math.hypot(...generator));
  if (generators.length < FEWEST || !norms.every((norm) => norm > 0 && norm < Infinity)) {
    return false;
  }
  const units = generators.map((generator, at) => generator.map((entry) => entry / norms[at]));
  const basis = orthonormal(units);
  if (basis.length < generators.length || closureResidual(basis, n) > CLOSED) return false;
  const killing = symmetricEigen(killingForm(basis, n), basis.length).values;
  const sizes = killing.map(Math.abs).sort();
  return sizes[0] >= SEMISIMPLE * sizes[sizes.length - 1] && killing[killing.length - 1] > 0;
}

/** A basis of the directions in which matrices of norm 1 have more than noise. */
function orthonormal(units: readonly Float64Array[]): Float64Array[] {
  const c = units.length;
  const gram = units.flatMap((a) =>
    units.map((b) => a.reduce((sum, entry, at) => sum + entry * b[at], 0)),
  );
  const { values, vectors } = symmetricEigen(Float64Array.from(gram), c);
  return Array.from(values.keys())
    .filter((column) => values[column] >= INDEPENDENT)
    .map((column) =>
      units[0].map((_, at) => {
        const sum = units.reduce(
          (total, one, row) => total + vectors[row * c + column] * one[at],
          0,
        );
        return sum / Math.sqrt(values[column]);
      }),
    );
}
