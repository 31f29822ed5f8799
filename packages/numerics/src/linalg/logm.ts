import { checkMatrix } from './check-matrix.js';
import { norm1 } from './expm-scaling.js';
import { identity } from './identity.js';
import { solve } from './solve.js';
import { sqrtm } from './sqrtm.js';

/** Nodes and weights of the Gauss-Legendre rule of 7 points on [0, 1]. */
const rule = [
  [0.025446043828620736, 0.06474248308443485],
  [0.12923440720030278, 0.13985269574463834],
  [0.2970774243113014, 0.19091502525255946],
  [0.5, 0.20897959183673469],
  [0.7029225756886986, 0.19091502525255946],
  [0.8707655927996972, 0.13985269574463834],
  [0.9745539561713792, 0.06474248308443485],
] as const;

/** θ₇ of Higham (2008), table 11.1: the rule is exact to 2⁻⁵³ for ‖A − I‖ below it. */
const limit = 0.264;

/**
 * The principal logarithm of a small row-major n × n matrix, the one whose eigenvalues have an
 * imaginary part in (−π, π), by inverse scaling and squaring (Higham, Functions of Matrices, 2008, §11.5):
 * square roots until ‖A − I‖ < 0.264, then the [7/7] Padé approximant of log(I + X) in the form
 * Σ wⱼ X (I + xⱼ X)⁻¹. The absolute error grows as an eigenvalue nears the negative real axis.
 * @throws RangeError when an eigenvalue is zero or negative: there is no principal logarithm
 */
export function logm(a: Float64Array, n: number): Float64Array {
  checkMatrix('a', a, n, n);
  const unit = identity(n);
  let root = a;
  let roots = 0;
  let x = root.map((entry, index) => entry - unit[index]);
  while (norm1(x, n) >= limit) {
    root = sqrtm(root, n);
    roots++;
    x = root.map((entry, index) => entry - unit[index]);
  }
  const logarithm = new Float64Array(n * n);
  for (const [node, weight] of rule) {
    const denominator = x.map((entry, index) => unit[index] + node * entry);
    const share = solve(denominator, x, n, n);
    for (let entry = 0; entry < share.length; entry++) {
      logarithm[entry] += 2 ** roots * weight * share[entry];
    }
  }
  return logarithm;
}
