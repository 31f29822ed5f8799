import type { Context } from '@noether/contracts';
import { randomStream } from '@noether/numerics';

/** A context that keeps what it is told. */
export function testContext(): Context & { readonly told: string[] } {
  const told: string[] = [];
  return {
    random: randomStream(1),
    observe: (event) => {
      if (event.kind === 'warning' || event.kind === 'note')
        told.push(`${event.kind}: ${event.message}`);
    },
    told,
  };
}
