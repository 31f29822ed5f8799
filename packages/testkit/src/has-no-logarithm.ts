import { NoetherError } from '@noether/contracts';

/** Whether an error is that of `group.log` for an element without a logarithm, or with a wrong one. */
export function hasNoLogarithm(error: unknown): boolean {
  return error instanceof NoetherError && error.code === 'no-logarithm';
}
