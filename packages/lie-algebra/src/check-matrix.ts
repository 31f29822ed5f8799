import { invalidArgument } from '@noether/contracts';

/** @throws NoetherError when a matrix has not n × n entries */
export function checkMatrix(argument: string, matrix: Float64Array, n: number): void {
  if (matrix.length === n * n) return;
  throw invalidArgument(argument, matrix, `give a ${n} × ${n} matrix`);
}
