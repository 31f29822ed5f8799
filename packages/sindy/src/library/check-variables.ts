import { invalidArgument } from '@noether/contracts';

/** @throws NoetherError when there is no variable or a name is repeated */
export function checkVariables(variables: readonly string[]): void {
  if (variables.length === 0) {
    throw invalidArgument('variables', variables, 'name at least one variable');
  }
  if (new Set(variables).size < variables.length) {
    throw invalidArgument('variables', variables.join(', '), 'every name must be different');
  }
}
