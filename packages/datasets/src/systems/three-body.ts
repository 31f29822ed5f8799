import { solveEvenly } from '../solve-evenly.js';
import type { System } from '../system.js';
import { bodiesEnergy, bodiesField, bodyNames } from './bodies.js';

/**
 * Three bodies on a triangle about their common centre, each at radius 0.9 to 1.2, speeds 20 % off
 * those of the rigid rotation, in the manner of Hamiltonian neural networks (Greydanus et al., NeurIPS
 * 2019); 20 states, a quarter of a time unit apart.
 */
export const threeBodySystem: System = Object.freeze({
  name: 'three-body',
  names: bodyNames(3),
  units: bodyNames(3).map(() => ''),
  field: bodiesField,
  invariant: bodiesEnergy,
  defaults: {
    train: 800,
    validation: 100,
    test: 100,
    step: 0.25,
    steps: 20,
    energyRange: [-Infinity, 0],
    noise: 0,
    interval: 1,
  },
  propose: (random) => {
    const radius = 0.9 + 0.3 * random.uniform();
    const first = 2 * Math.PI * random.uniform();
    // On a side of √3 r, two forces of 1/(3r²) give 1/(√3 r²) towards the centre.
    const speed = 1 / Math.sqrt(Math.sqrt(3) * radius);
    const state = new Float64Array(12);
    for (let body = 0; body < 3; body++) {
      const angle = first + (2 * Math.PI * body) / 3;
      const own = speed * (1 + 0.2 * random.normal());
      state.set(
        [
          radius * Math.cos(angle),
          radius * Math.sin(angle),
          -own * Math.sin(angle),
          own * Math.cos(angle),
        ],
        4 * body,
      );
    }
    return state;
  },
  integrate: (initial, step, steps) => solveEvenly(bodiesField, initial, step, steps),
} satisfies System);
