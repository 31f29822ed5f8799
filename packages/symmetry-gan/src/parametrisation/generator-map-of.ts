import { invalidArgument } from '@noether/contracts';
import { free } from './free.js';
import type { GeneratorMap } from './generator-map.js';
import { checkBound, integer } from './integer.js';
import { checkMask, masked } from './masked.js';
import type { Parametrisation } from './parametrisation.js';
import { skew } from './skew.js';
import { checkSpan, span } from './span.js';

interface Parametrised {
  readonly dimension: number;
  readonly parametrisation?: Parametrisation;
}

/** The map that a learned block's parametrisation means. */
export function generatorMapOf({ parametrisation, dimension }: Parametrised): GeneratorMap {
  switch (parametrisation?.kind) {
    case undefined:
    case 'free':
      return free(dimension);
    case 'skew':
      return skew(dimension);
    case 'masked':
      return masked(parametrisation.mask);
    case 'span':
      return span(parametrisation.basis, dimension);
    case 'integer':
      return integer(parametrisation.bound, dimension);
  }
}

/**
 * @param argument name of the block's parametrisation, for the message
 * @throws NoetherError that names what does not fit the block
 */
export function checkParametrisation(
  argument: string,
  { parametrisation, dimension }: Parametrised,
): void {
  switch (parametrisation?.kind) {
    case undefined:
    case 'free':
      return;
    case 'skew':
      if (dimension < 2) throw invalidArgument(argument, 'skew', 'it needs two dimensions or more');
      return;
    case 'masked':
      return checkMask(`${argument}.mask`, parametrisation.mask, dimension);
    case 'span':
      return checkSpan(`${argument}.basis`, parametrisation.basis, dimension);
    case 'integer':
      return checkBound(`${argument}.bound`, parametrisation.bound);
  }
}
