import { invalidArgument } from '@noether/contracts';

/** @throws NoetherError when `n` is no integer of at least `least` */
export function checkOrder(argument: string, n: number, least = 1): void {
  if (Number.isInteger(n) && n >= least) return;
  const wanted =
    least === 1 ? 'give a positive integer' : `give an integer of at least ${String(least)}`;
  throw invalidArgument(argument, n, wanted);
}

/** @throws NoetherError when a number of samples is no integer of at least 0 */
export function checkCount(count: number): void {
  if (Number.isInteger(count) && count >= 0) return;
  throw invalidArgument('count', count, 'give an integer of at least 0');
}
