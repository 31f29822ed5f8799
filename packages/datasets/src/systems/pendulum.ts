import {
  NoetherError,
  type ConservedQuantity,
  type Context,
  type VectorField,
} from '@noether/contracts';
import { integrate } from '@noether/numerics';
import type { Dataset } from '../dataset.js';
import { evenTimes } from '../even-times.js';
import { simulate } from '../simulate.js';
import type { SimulationOptions, System } from '../system.js';

const fastest = 2.1;
const tolerance = { relative: 1e-10, absolute: 1e-10 };

/** The pendulum in angle and rate (θ, ω): θ' = ω, ω' = −sin θ. The angle is never wrapped. */
export const pendulumField: VectorField = (state, velocity) => {
  velocity[0] = state[1];
  velocity[1] = -Math.sin(state[0]);
};

/** H = ω²/2 − cos θ: −1 at rest, 1 on the separatrix beyond which the pendulum turns over. */
export const pendulumEnergy: ConservedQuantity = Object.freeze({
  name: 'H',
  evaluate: (state: ArrayLike<number>) => (state[1] * state[1]) / 2 - Math.cos(state[0]),
});

/**
 * The pendulum of LaLiGAN (Yang et al., ICML 2024): θ uniform in (−π, π), ω uniform in (−2.1, 2.1),
 * kept when |H| ≤ 0.99, so that it swings and never turns over; 500 states 0.02 apart; windows of
 * neighbouring rows. Dormand-Prince 5(4) with tolerance 1e-10.
 */
export const pendulumSystem: System = Object.freeze({
  name: 'pendulum',
  names: ['θ', 'ω'],
  units: ['rad', 'rad/s'],
  field: pendulumField,
  invariant: pendulumEnergy,
  defaults: {
    train: 200,
    validation: 20,
    test: 20,
    step: 0.02,
    steps: 500,
    energyRange: [-0.99, 0.99],
    noise: 0,
    interval: 1,
  },
  propose: (random) =>
    Float64Array.of((2 * random.uniform() - 1) * Math.PI, (2 * random.uniform() - 1) * fastest),
  integrate: (initial, step, steps) => {
    const times = evenTimes(steps, step);
    const { states, status, reason } = integrate(pendulumField, initial, times, tolerance);
    if (status === 'complete') return states;
    throw new NoetherError(`The pendulum could not be integrated. ${reason}`, {
      code: 'integration-failed',
      value: status,
    });
  },
} satisfies System);

/**
 * Simulates {@link pendulumSystem}.
 * @throws NoetherError when an option is out of range or no initial state has such an energy
 */
export function pendulum(options: SimulationOptions, context: Context): Dataset {
  return simulate(pendulumSystem, options, context);
}
