import { symmetryBasis, type VectorField } from '@noether/contracts';
import {
  commutingBasis,
  concat,
  equivariantBasis,
  functionLibrary,
  type Library,
  polynomialLibrary,
  volumePreservingBasis,
} from '@noether/sindy';

/** A system with known equations and what is known of its symmetry. */
export interface SymmetricSystem {
  readonly name: string;
  readonly library: Library;
  readonly field: VectorField;
  /** Starts of the recorded trajectories. */
  readonly starts: readonly (readonly number[])[];
  readonly step: number;
  readonly rows: number;
  /** Coefficients by term, one equation each. */
  readonly truth: readonly Readonly<Record<string, number>>[];
  /** The linear spaces of the coefficients, by what is assumed. */
  readonly spaces: Readonly<Record<string, Float64Array>>;
}

const linearSymmetry = (
  library: Library,
  generators: readonly (readonly number[])[],
): Float64Array =>
  equivariantBasis(
    library.terms,
    symmetryBasis({
      dimension: library.variables.length,
      generators: generators.map((generator) => Float64Array.from(generator)),
      centre: new Float64Array(library.variables.length),
      provenance: { stage: 'benchmark' },
    }),
  );

function dampedOscillator(): SymmetricSystem {
  const library = polynomialLibrary(['x', 'y'], 3);
  return {
    name: 'damped oscillator',
    library,
    field: (state, velocity) => {
      velocity[0] = -0.1 * state[0] - state[1];
      velocity[1] = state[0] - 0.1 * state[1];
    },
    starts: [[2, 0]],
    step: 0.1,
    rows: 100,
    truth: [
      { x: -0.1, y: -1 },
      { x: 1, y: -0.1 },
    ],
    spaces: { 'SO(2)': linearSymmetry(library, [[0, -1, 1, 0]]) },
  };
}

/** p' = 2/3 − 4/3 e^q, q' = −1 + e^p: prey and predator in logarithms, a Hamiltonian system. */
function lotkaVolterra(): SymmetricSystem {
  const variables = ['p', 'q'];
  const library = concat(
    polynomialLibrary(variables, 2),
    functionLibrary(variables, [{ function: 'exp' }]),
  );
  const field: VectorField = (state, velocity) => {
    velocity[0] = 2 / 3 - (4 / 3) * Math.exp(state[1]);
    velocity[1] = -1 + Math.exp(state[0]);
  };
  const points = Array.from({ length: 64 }, (_, at) => [
    -1 + (2 * (at % 8)) / 7,
    -1.7 + (2 * Math.floor(at / 8)) / 7,
  ]).flat();
  const phase = commutingBasis(
    library,
    {
      evaluate: field,
      jacobian: (state, derivative) => {
        derivative.set([0, -(4 / 3) * Math.exp(state[1]), Math.exp(state[0]), 0]);
      },
    },
    points,
  );
  return {
    name: 'Lotka-Volterra in logarithms',
    library,
    field,
    starts: [
      [0.6, -0.7],
      [1.1, -0.7],
    ],
    step: 0.1,
    rows: 80,
    truth: [
      { '1': 2 / 3, 'exp(q)': -4 / 3 },
      { '1': -1, 'exp(p)': 1 },
    ],
    spaces: {
      'area kept': volumePreservingBasis(library, points),
      'phase along the orbits': phase,
    },
  };
}

/** Two spins that precess about each other and decay: m' = m × n − m/20, n' = n × m − n/20 in ℝ⁶. */
function precessingSpins(): SymmetricSystem {
  const names = ['m1', 'm2', 'm3', 'n1', 'n2', 'n3'];
  const library = polynomialLibrary(names, 2);
  const next = (i: number): number => (i + 1) % 3;
  const truth = names.map((name, row) => {
    const i = row % 3;
    const [a, b] = [next(i), next(next(i))].map((at) => at + 1);
    const sign = row < 3 ? 1 : -1;
    return { [name]: -0.05, [`m${a} n${b}`]: sign, [`m${b} n${a}`]: -sign };
  });
  const generators = [0, 1, 2].map((axis) => {
    const generator = new Array<number>(36).fill(0);
    const [a, b] = [next(axis), next(next(axis))];
    for (const block of [0, 3]) {
      generator[(block + b) * 6 + block + a] = 1;
      generator[(block + a) * 6 + block + b] = -1;
    }
    return generator;
  });
  return {
    name: 'precessing spins',
    library,
    field: (state, velocity) => {
      for (let i = 0; i < 3; i++) {
        const [a, b] = [next(i), next(next(i))];
        const torque = state[a] * state[3 + b] - state[b] * state[3 + a];
        velocity[i] = torque - 0.05 * state[i];
        velocity[3 + i] = -torque - 0.05 * state[3 + i];
      }
    },
    starts: Array.from({ length: 8 }, (_, path) =>
      names.map((_name, at) => Math.cos(1 + 2.4 * path + 1.7 * at + 0.3 * path * at)),
    ),
    step: 0.05,
    rows: 120,
    truth,
    spaces: { 'SO(3)': linearSymmetry(library, generators) },
  };
}

export const symmetricSystems: readonly (() => SymmetricSystem)[] = [
  dampedOscillator,
  lotkaVolterra,
  precessingSpins,
];
