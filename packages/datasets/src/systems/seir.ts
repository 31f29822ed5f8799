import type { ConservedQuantity, VectorField } from '@noether/contracts';
import { solveEvenly } from '../solve-evenly.js';
import type { System } from '../system.js';

const [contact, onset, recovery] = [0.4, 0.6, 0.2];

/** S' = −0.4 S I, E' = 0.4 S I − 0.6 E, I' = 0.6 E − 0.2 I, R' = 0.2 I, with S + E + I + R constant. */
export const seirField: VectorField = (state, velocity) => {
  const [s, e, i] = [state[0], state[1], state[2]];
  velocity[0] = -contact * s * i;
  velocity[1] = contact * s * i - onset * e;
  velocity[2] = onset * e - recovery * i;
  velocity[3] = recovery * i;
};

/** S + E + I + R. */
export const seirPopulation: ConservedQuantity = Object.freeze({
  name: 'N',
  evaluate: (state: ArrayLike<number>) => state[0] + state[1] + state[2] + state[3],
});

/** An epidemic in shares of the population, one of the systems of Yang et al. (NeurIPS 2024), rates in 1/day. */
export const seirSystem: System = Object.freeze({
  name: 'seir',
  names: ['S', 'E', 'I', 'R'],
  units: ['', '', '', ''],
  field: seirField,
  invariant: seirPopulation,
  defaults: {
    train: 50,
    validation: 10,
    test: 10,
    step: 0.5,
    steps: 200,
    energyRange: [0.5, 1.5],
    noise: 0,
    interval: 2,
  },
  propose: (random) => {
    const ill = 0.01 + 0.19 * random.uniform();
    const exposed = 0.2 * random.uniform();
    return Float64Array.of(1 - ill - exposed, exposed, ill, 0);
  },
  integrate: (initial, step, steps) => solveEvenly(seirField, initial, step, steps),
} satisfies System);
