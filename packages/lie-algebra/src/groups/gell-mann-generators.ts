import { matrixUnit } from '../matrix-unit.js';
import { realForm } from '../real-form.js';

/**
 * −iλₐ/2 for the generalised Gell-Mann matrices of su(n), in real form: for k = 1 … n − 1 the symmetric
 * and the antisymmetric matrix of every pair (j, k), j < k, with λ₃, λ₈ … , the diagonal ones, after the
 * last pair of their k (tr λₐλ_b = 2δ; Georgi, Lie Algebras in Particle Physics, 1999, §7.1).
 */
export function gellMannGenerators(n: number): Float64Array[] {
  const zero = new Float64Array(n * n);
  const generators: Float64Array[] = [];
  for (let k = 1; k < n; k++) {
    for (let j = 0; j < k; j++) {
      generators.push(realForm({ re: zero, im: matrixUnit(n, [j, k, -0.5], [k, j, -0.5]) }, n));
      generators.push(realForm({ re: matrixUnit(n, [j, k, -0.5], [k, j, 0.5]), im: zero }, n));
    }
    const size = Math.sqrt(2 / (k * (k + 1))) / 2;
    const ones = Array.from({ length: k }, (_, j) => [j, j, -size] as const);
    generators.push(realForm({ re: zero, im: matrixUnit(n, ...ones, [k, k, k * size]) }, n));
  }
  return generators;
}
