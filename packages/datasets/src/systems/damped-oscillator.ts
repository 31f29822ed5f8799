import type { VectorField } from '@noether/contracts';
import { solveEvenly } from '../solve-evenly.js';
import type { System } from '../system.js';

/** x' = −0.1 x − y, y' = x − 0.1 y. */
export const dampedOscillatorField: VectorField = (state, velocity) => {
  const [x, y] = [state[0], state[1]];
  velocity[0] = -0.1 * x - y;
  velocity[1] = x - 0.1 * y;
};

/**
 * A damped oscillator, which rotations and dilations leave as it is (Yang et al., NeurIPS 2024, use
 * it). Initial states on circles of radius 0.5 to 2; 500 states 0.02 apart.
 */
export const dampedOscillatorSystem: System = Object.freeze({
  name: 'damped-oscillator',
  names: ['x', 'y'],
  units: ['', ''],
  field: dampedOscillatorField,
  defaults: {
    train: 100,
    validation: 20,
    test: 20,
    step: 0.02,
    steps: 500,
    energyRange: [-Infinity, Infinity],
    noise: 0,
    interval: 10,
  },
  propose: (random) => {
    const radius = 0.5 + 1.5 * random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    return Float64Array.of(radius * Math.cos(angle), radius * Math.sin(angle));
  },
  integrate: (initial, step, steps) => solveEvenly(dampedOscillatorField, initial, step, steps),
} satisfies System);
