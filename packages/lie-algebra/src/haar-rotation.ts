import { determinant, type RandomStream } from '@noether/numerics';
import { haarUnitary } from './haar-unitary.js';

/** A rotation from the Haar measure of SO(n): one of O(n) whose last column is turned if need be. */
export function haarRotation(n: number, random: RandomStream): Float64Array {
  const { re } = haarUnitary(n, random, true);
  if (determinant(re, n) < 0) {
    for (let entry = n - 1; entry < n * n; entry += n) re[entry] = -re[entry];
  }
  return re;
}
