import type { ConservedQuantity, VectorField } from '@noether/contracts';

/**
 * Bodies of mass 1 in a plane that attract each other with force 1/r². The state has four entries for
 * each body, its position and its momentum: (q₁ₓ, q₁ᵧ, p₁ₓ, p₁ᵧ, q₂ₓ, …).
 */
export const bodiesField: VectorField = (state, velocity) => {
  for (let body = 0; body < state.length; body += 4) {
    velocity[body] = state[body + 2];
    velocity[body + 1] = state[body + 3];
    velocity[body + 2] = 0;
    velocity[body + 3] = 0;
    for (let other = 0; other < state.length; other += 4) {
      if (other === body) continue;
      const x = state[other] - state[body];
      const y = state[other + 1] - state[body + 1];
      const cube = Math.hypot(x, y) ** 3;
      velocity[body + 2] += x / cube;
      velocity[body + 3] += y / cube;
    }
  }
};

/** Kinetic energy Σ |p|²/2 less Σ 1/r over the pairs. */
export const bodiesEnergy: ConservedQuantity = Object.freeze({
  name: 'H',
  evaluate: (state: ArrayLike<number>) => {
    let energy = 0;
    for (let body = 0; body < state.length; body += 4) {
      energy += (state[body + 2] ** 2 + state[body + 3] ** 2) / 2;
      for (let other = 0; other < body; other += 4) {
        energy -= 1 / Math.hypot(state[other] - state[body], state[other + 1] - state[body + 1]);
      }
    }
    return energy;
  },
});

/** Names of the entries of a state of so many bodies. */
export function bodyNames(count: number): string[] {
  return Array.from({ length: count }, (_, body) =>
    ['qx', 'qy', 'px', 'py'].map((name) => `${name}${body + 1}`),
  ).flat();
}
