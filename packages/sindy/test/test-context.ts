import type { Context } from '@noether/contracts';
import { randomStream } from '@noether/numerics';

/** A context that keeps the warnings and notes it is told. */
export function testContext(
  seed = 1,
): Context & { readonly warnings: string[]; readonly notes: string[] } {
  const warnings: string[] = [];
  const notes: string[] = [];
  return {
    random: randomStream(seed),
    observe: (event) => {
      if (event.kind === 'warning') warnings.push(event.message);
      if (event.kind === 'note') notes.push(event.message);
    },
    warnings,
    notes,
  };
}
