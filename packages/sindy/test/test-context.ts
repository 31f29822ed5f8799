import type { Context } from '@noether/contracts';
import { randomStream } from '@noether/numerics';

/** A context that keeps the warnings it is told. */
export function testContext(seed = 1): Context & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return {
    random: randomStream(seed),
    observe: (event) => {
      if (event.kind === 'warning') warnings.push(event.message);
    },
    warnings,
  };
}
