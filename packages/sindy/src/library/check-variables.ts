import { invalidArgument } from '@noether/contracts';

/** @throws NoetherError when there is no variable or a name is empty, repeated or that of the constant */
export function checkVariables(variables: readonly string[]): void {
  if (variables.length === 0) {
    throw invalidArgument('variables', variables, 'name at least one variable');
  }
  if (variables.includes('')) {
    throw invalidArgument('variables', variables, 'every name needs a letter');
  }
  if (variables.includes('1')) {
    throw invalidArgument('variables', '1', 'the constant is printed so, give another name');
  }
  if (new Set(variables).size < variables.length) {
    throw invalidArgument('variables', variables.join(', '), 'every name must be different');
  }
}
