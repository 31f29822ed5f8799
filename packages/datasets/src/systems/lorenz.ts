import type { VectorField } from '@noether/contracts';
import { solveEvenly } from '../solve-evenly.js';
import type { System } from '../system.js';

/** x' = 10 (y − x), y' = x (28 − z) − y, z' = x y − 8/3 z. */
export const lorenzField: VectorField = (state, velocity) => {
  const [x, y, z] = [state[0], state[1], state[2]];
  velocity[0] = 10 * (y - x);
  velocity[1] = x * (28 - z) - y;
  velocity[2] = x * y - (8 / 3) * z;
};

/**
 * The Lorenz system (J. Atmos. Sci. 20, 1963), chaotic: a plane cannot carry it, and it has no
 * continuous symmetry. Initial states uniform in (0, 0, 25) ± (36, 48, 41), as in Champion et al.
 * (PNAS 2019); 500 states 0.02 apart; windows of neighbouring rows.
 */
export const lorenzSystem: System = Object.freeze({
  name: 'lorenz',
  names: ['x', 'y', 'z'],
  units: ['', '', ''],
  field: lorenzField,
  defaults: {
    train: 100,
    validation: 20,
    test: 20,
    step: 0.02,
    steps: 500,
    energyRange: [-Infinity, Infinity],
    noise: 0,
    interval: 1,
  },
  propose: (random) => {
    const within = (most: number): number => (2 * random.uniform() - 1) * most;
    return Float64Array.of(within(36), within(48), 25 + within(41));
  },
  integrate: (initial, step, steps) => solveEvenly(lorenzField, initial, step, steps),
} satisfies System);
