import { type VectorField, invalidArgument } from '@noether/contracts';
import { nullSpace, streamingQr } from '@noether/numerics';
import type { Library } from '../library/library.js';
import { columnSquare } from '../regress/column-square.js';
import { spaceInUnits } from './space-in-units.js';

/** A symmetry that is not linear: its generator as a vector field. */
export interface GeneratorField {
  /** Writes v(x). */
  readonly evaluate: VectorField;
  /** Writes ∂v/∂x, row-major d × d. */
  jacobian(state: ArrayLike<number>, derivative: Float64Array): void;
}

/**
 * An orthonormal basis of the coefficients of all systems f = Ξ Θ(x) that commute with a vector field,
 * [f, v] = (∂f/∂x)·v − (∂v/∂x)·f = 0, at the given points: one vec Ξ (row-major d × p) a row. For linear v
 * and monomials `equivariantBasis` is exact. The equations are linear in Ξ; give a few times as many points as
 * the library has terms, spread over where the data lie.
 * @param points row-major rows × d
 * @throws NoetherError when there are too few points
 */
export function commutingBasis(
  library: Library,
  { evaluate, jacobian }: GeneratorField,
  points: ArrayLike<number>,
): Float64Array {
  const d = library.variables.length;
  const p = library.terms.length;
  const rows = Math.floor(points.length / d);
  if (rows < p) throw invalidArgument('points', points, `give ${p} points of ${d} or more`);
  const [v, theta] = [new Float64Array(d), new Float64Array(p)];
  const [slopes, bend] = [new Float64Array(p * d), new Float64Array(d * d)];
  const qr = streamingQr(d * p);
  const equation = new Float64Array(d * p);
  for (let row = 0; row < rows; row++) {
    const state = Float64Array.from({ length: d }, (_, j) => points[row * d + j]);
    evaluate(state, v);
    jacobian(state, bend);
    library.evaluate(state, 0, 1, theta);
    library.jacobian(state, slopes);
    for (let i = 0; i < d; i++) {
      for (let k = 0; k < d; k++) {
        for (let term = 0; term < p; term++) {
          let value = -bend[i * d + k] * theta[term];
          for (let j = 0; k === i && j < d; j++) value += slopes[term * d + j] * v[j];
          equation[k * p + term] = value;
        }
      }
      qr.push(equation, 1);
    }
  }
  return sampledNullSpace(qr.factor(), d * p);
}

/**
 * An orthonormal basis of the coefficients of all systems whose flow preserves volume, div f = 0, at the points;
 * in canonical coordinates the Hamiltonian ones when d = 2.
 * @param points row-major rows × d
 * @throws NoetherError when there are too few points
 */
export function volumePreservingBasis(library: Library, points: ArrayLike<number>): Float64Array {
  const d = library.variables.length;
  const p = library.terms.length;
  const rows = Math.floor(points.length / d);
  if (rows < d * p) throw invalidArgument('points', points, `give ${d * p} points of ${d} or more`);
  const slopes = new Float64Array(p * d);
  const qr = streamingQr(d * p);
  const equation = new Float64Array(d * p);
  for (let row = 0; row < rows; row++) {
    library.jacobian(
      Float64Array.from({ length: d }, (_, j) => points[row * d + j]),
      slopes,
    );
    for (let at = 0; at < d * p; at++) {
      equation[at] = slopes[(at % p) * d + Math.floor(at / p)];
    }
    qr.push(equation, 1);
  }
  return sampledNullSpace(qr.factor(), d * p);
}

/** The coefficients that satisfy sampled equations, found in units in which each weighs the same. */
function sampledNullSpace(factor: Float64Array, size: number): Float64Array {
  const norms = Float64Array.from({ length: size }, (_, column) => {
    return Math.sqrt(columnSquare(factor, column)) || 1;
  });
  const even = factor.map((value, at) => value / norms[at % size]);
  return spaceInUnits(nullSpace(even, size, size, 1e-8), norms);
}
