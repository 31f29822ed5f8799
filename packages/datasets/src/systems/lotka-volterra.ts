import type { ConservedQuantity, Context, VectorField } from '@noether/contracts';
import { rk4 } from '@noether/numerics';
import type { Dataset } from '../dataset.js';
import { simulate } from '../simulate.js';
import type { SimulationOptions, System } from '../system.js';

const [a, b, c, d] = [2 / 3, 4 / 3, 1, 1];

/** Predator and prey in log populations (p, q): p' = 2/3 − 4/3 e^q, q' = e^p − 1. */
export const lotkaVolterraField: VectorField = (state, velocity) => {
  const [prey, predator] = [Math.exp(state[0]), Math.exp(state[1])];
  velocity[0] = a - b * predator;
  velocity[1] = c * prey - d;
};

/** H = e^p − p + 4/3 e^q − 2/3 q; lowest, 2.1288, at the equilibrium (0, ln ½). */
export const lotkaVolterraEnergy: ConservedQuantity = Object.freeze({
  name: 'H',
  evaluate: (state: ArrayLike<number>) =>
    c * Math.exp(state[0]) - d * state[0] + b * Math.exp(state[1]) - a * state[1],
});

/**
 * The Lotka-Volterra system of LaLiGAN (Yang et al., ICML 2024): initial populations uniform in
 * (0, 1)², kept when 3 ≤ H ≤ 4.5; classical Runge-Kutta, step 0.002, 10 000 states (20 time units);
 * windows 100 rows (0.2 time units) apart. Periods run from 9.15 at H = 3 to 11.79 at H = 4.5.
 */
export const lotkaVolterraSystem: System = Object.freeze({
  name: 'lotka-volterra',
  names: ['p', 'q'],
  units: ['', ''],
  field: lotkaVolterraField,
  invariant: lotkaVolterraEnergy,
  defaults: {
    train: 200,
    validation: 20,
    test: 20,
    step: 0.002,
    steps: 10_000,
    energyRange: [3, 4.5],
    noise: 0,
    interval: 100,
  },
  propose: (random) => Float64Array.of(Math.log(random.uniform()), Math.log(random.uniform())),
  integrate: (initial, step, steps) => rk4(lotkaVolterraField, initial, step, steps - 1),
} satisfies System);

/**
 * Simulates {@link lotkaVolterraSystem}. With the defaults 240 trajectories of 10 000 states, about
 * 80 MB with their velocities, in one to two seconds.
 * @throws NoetherError when an option is out of range or no initial state has such an energy
 */
export function lotkaVolterra(options: SimulationOptions, context: Context): Dataset {
  return simulate(lotkaVolterraSystem, options, context);
}
