import { invalidArgument } from '@noether/contracts';

/** @throws NoetherError when there is no variable or a name is empty or repeated */
export function checkVariables(variables: readonly string[]): void {
  if (variables.length === 0) {
    throw invalidArgument('variables', variables, 'name at least one variable');
  }
  if (variables.includes('')) {
    throw invalidArgument('variables', variables, 'every name needs a letter');
  }
  if (new Set(variables).size < variables.length) {
    throw invalidArgument('variables', variables.join(', '), 'every name must be different');
  }
}
