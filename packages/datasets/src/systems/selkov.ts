import type { VectorField } from '@noether/contracts';
import { solveEvenly } from '../solve-evenly.js';
import type { System } from '../system.js';

const [rate, a, b] = [0.75, 0.1, 0.1];

/** x' = 0.75 − 0.1 x − x y², y' = −y + 0.1 x + x y². */
export const selkovField: VectorField = (state, velocity) => {
  const [x, y] = [state[0], state[1]];
  velocity[0] = rate - a * x - x * y * y;
  velocity[1] = -y + b * x + x * y * y;
};

/**
 * Sel'kov's model of glycolysis (Eur. J. Biochem. 4, 1968), in the form and with the numbers of Yang et
 * al. (NeurIPS 2024): a limit cycle around (x, y) = (1.13, 0.75). Initial states uniform in
 * (0.2, 2.2) × (0.2, 1.7); 500 states 0.1 apart.
 */
export const selkovSystem: System = Object.freeze({
  name: 'selkov',
  names: ['x', 'y'],
  units: ['', ''],
  field: selkovField,
  defaults: {
    train: 50,
    validation: 10,
    test: 10,
    step: 0.1,
    steps: 500,
    energyRange: [-Infinity, Infinity],
    noise: 0,
    interval: 2,
  },
  propose: (random) => Float64Array.of(0.2 + 2 * random.uniform(), 0.2 + 1.5 * random.uniform()),
  integrate: (initial, step, steps) => solveEvenly(selkovField, initial, step, steps),
} satisfies System);
