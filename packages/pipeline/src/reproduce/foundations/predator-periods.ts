import { systems } from '@noether/datasets';

const STEP = 0.002;
/** Time units after which every orbit of interest has closed. */
const LONGEST = 20;

/**
 * The period of Lotka and Volterra's orbit of energy H, from a state (0, q) above the centre until the first
 * variable passes zero there again; NaN when it does not within 20 time units.
 */
export function predatorPeriod(energy: number): number {
  const { integrate } = systems['lotka-volterra'];
  const states = integrate(Float64Array.of(0, heightOf(energy)), STEP, Math.ceil(LONGEST / STEP));
  const direction = Math.sign(states[2]);
  for (let row = 2; row < states.length / 2; row++) {
    const [before, after] = [direction * states[2 * row - 2], direction * states[2 * row]];
    if (before < 0 && after >= 0) return STEP * (row - 1 + before / (before - after));
  }
  return NaN;
}

/** The energy at the centre (0, ln ½). */
export function predatorMinimum(): number {
  return energyOf(Math.log(0.5));
}

/** q > ln ½ where (0, q) has the energy, by bisection. */
function heightOf(energy: number): number {
  let [low, high] = [Math.log(0.5), 5];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (energyOf(middle) < energy) low = middle;
    else high = middle;
  }
  return low;
}

function energyOf(q: number): number {
  return systems['lotka-volterra'].invariant?.evaluate([0, q]) ?? NaN;
}
