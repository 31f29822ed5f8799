import { type EquationSystem, type Trajectories, trajectories } from '@noether/contracts';

export type Field = Pick<EquationSystem, 'variables' | 'evaluate'>;

/** dz/dt = [[−damping, −omega], [omega, −damping]] z, plus its exact solution. */
export function spiral(damping: number, omega: number): Field {
  return {
    variables: ['z1', 'z2'],
    evaluate: (state, velocity) => {
      velocity[0] = -damping * state[0] - omega * state[1];
      velocity[1] = omega * state[0] - damping * state[1];
    },
  };
}

/** Exact paths of {@link spiral}, one for each start angle, with radius 1 + index. */
export function spiralPaths(
  damping: number,
  omega: number,
  lengths: readonly number[],
  step: number,
): Trajectories {
  const items = lengths.map((rows, index) => {
    const times = Float64Array.from({ length: rows }, (_, row) => 5 * index + row * step);
    const states = new Float64Array(rows * 2);
    for (let row = 0; row < rows; row++) {
      const radius = (1 + index) * Math.exp(-damping * row * step);
      const angle = index + omega * row * step;
      states.set([radius * Math.cos(angle), radius * Math.sin(angle)], row * 2);
    }
    return { times, states };
  });
  return trajectories({ names: ['x', 'y'], units: ['', ''], items, provenance: { stage: 'test' } });
}
