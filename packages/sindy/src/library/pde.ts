import { invalidArgument } from '@noether/contracts';
import { derivativeNames } from '../pde/derivative-indices.js';
import { checkVariables } from './check-variables.js';
import { concat } from './concat.js';
import { embed } from './embed.js';
import { identityLibrary } from './identity.js';
import type { Library } from './library.js';
import { polynomialLibrary } from './polynomial.js';
import { tensor } from './tensor.js';

/** Options of {@link pdeLibrary}. */
export interface PdeOptions {
  /** Names of the axes, one letter each; `x` by default. */
  readonly axes?: readonly string[];
  /** Highest order of the derivatives; 2 by default. */
  readonly order?: number;
  /** Highest degree of the monomials of the fields; 2 by default. */
  readonly degree?: number;
  /** Whether products of a monomial and a derivative, `u u_x`, are candidates; true by default. */
  readonly products?: boolean;
  /** Whether the constant 1 is a candidate; false by default. */
  readonly constant?: boolean;
}

/**
 * Candidates of a partial differential equation: monomials of the fields, their derivatives in space, and
 * products of both: `u`, `u^2`, `u_x`, `u_xx`, `u u_x`, `u u_xx`, `u^2 u_x`, … Its variables are the fields
 * followed by their derivatives, the columns of `gridDataOf`; the Jacobian is with respect to these.
 * @throws NoetherError when a number is not whole or an axis is no letter
 */
export function pdeLibrary(fields: readonly string[], options: PdeOptions = {}): Library {
  const { axes = ['x'], order = 2, degree = 2, products = true, constant = false } = options;
  checkVariables(fields);
  checkVariables(axes);
  for (const [name, value] of Object.entries({ order, degree })) {
    if (!Number.isInteger(value) || value < 1) {
      throw invalidArgument(name, value, 'give a whole number, 1 or more');
    }
  }
  const derivatives = derivativeNames(fields, axes, order);
  const columns = [...fields, ...derivatives];
  const alone = embed(polynomialLibrary(fields, degree, { constant }), columns);
  const slopes = embed(identityLibrary(derivatives), columns);
  if (!products) return concat(alone, slopes);
  const monomials = embed(polynomialLibrary(fields, degree, { constant: false }), columns);
  return concat(alone, slopes, tensor(monomials, slopes));
}
