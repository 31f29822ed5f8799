import { type Term, invalidArgument } from '@noether/contracts';

/** @throws NoetherError that names the term and what does not fit the number of variables */
export function checkTerm({ name, exponents, factors = [] }: Term, variables: number): void {
  if (
    exponents.length !== variables ||
    !exponents.every((power) => Number.isInteger(power) && power >= 0)
  ) {
    throw invalidArgument(
      `exponents of the term ${name}`,
      exponents,
      `give one whole power, 0 or more, for each of the ${variables} variables`,
    );
  }
  for (const { function: called, weights, shift } of factors) {
    if (weights.length !== variables || !weights.every(Number.isFinite)) {
      throw invalidArgument(
        `weights of ${called} in the term ${name}`,
        weights,
        `give one finite number for each of the ${variables} variables`,
      );
    }
    if (!Number.isFinite(shift)) {
      throw invalidArgument(
        `shift of ${called} in the term ${name}`,
        shift,
        'give a finite number',
      );
    }
  }
}
