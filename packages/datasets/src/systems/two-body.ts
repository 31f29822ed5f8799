import { solveEvenly } from '../solve-evenly.js';
import type { System } from '../system.js';
import { bodiesEnergy, bodiesField, bodyNames } from './bodies.js';

/**
 * Two bodies about their common centre at rest, on nearly circular orbits, in the manner of Hamiltonian
 * neural networks (Greydanus et al., NeurIPS 2019), whose recordings LieGAN uses: radius 0.5 to 1.5
 * each, speeds 5 % off the circular one, any direction; 20 states, one time unit apart. Rotating all four
 * planes (q₁, p₁, q₂, p₂) alike is the symmetry. As q₁ = −q₂ and p₁ = −p₂ hold exactly, it is not the
 * only matrix that acts like that.
 */
export const twoBodySystem: System = Object.freeze({
  name: 'two-body',
  names: bodyNames(2),
  units: bodyNames(2).map(() => ''),
  field: bodiesField,
  invariant: bodiesEnergy,
  defaults: {
    train: 800,
    validation: 100,
    test: 100,
    step: 1,
    steps: 20,
    energyRange: [-Infinity, 0],
    noise: 0,
    interval: 1,
  },
  propose: (random) => {
    const radius = 0.5 + random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    // Each body feels 1/(2r)² and is at r from the centre, so the circular speed is 1/(2√r).
    const speed = 0.5 / Math.sqrt(radius);
    const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    const px = -speed * Math.sin(angle) * (1 + 0.05 * random.normal());
    const py = speed * Math.cos(angle) * (1 + 0.05 * random.normal());
    return Float64Array.of(x, y, px, py, -x, -y, -px, -py);
  },
  integrate: (initial, step, steps) => solveEvenly(bodiesField, initial, step, steps),
} satisfies System);
