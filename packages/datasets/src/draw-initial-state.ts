import { NoetherError, type RandomStream } from '@noether/contracts';
import type { System } from './system.js';

const mostDraws = 100_000;

/**
 * Proposes initial states until the conserved quantity of one lies in [lowest, highest]; takes the first
 * where nothing is conserved.
 * @throws NoetherError when 100 000 proposals in a row lie outside
 */
export function drawInitialState(
  system: Pick<System, 'propose' | 'invariant'>,
  [lowest, highest]: readonly [number, number],
  random: RandomStream,
): Float64Array {
  let [least, most] = [Infinity, -Infinity];
  for (let draw = 0; draw < mostDraws; draw++) {
    const state = system.propose(random);
    if (!system.invariant) return state;
    const energy = system.invariant.evaluate(state);
    if (energy >= lowest && energy <= highest) return state;
    least = Math.min(least, energy);
    most = Math.max(most, energy);
  }
  throw new NoetherError(
    `energyRange is [${lowest}, ${highest}]; none of ${mostDraws} initial states has such an energy.`,
    {
      code: 'invalid-argument',
      argument: 'energyRange',
      value: [lowest, highest],
      hint: `They lie between ${least.toPrecision(5)} and ${most.toPrecision(5)}.`,
    },
  );
}
