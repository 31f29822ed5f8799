import type { ConservedQuantity, RandomStream } from '@noether/contracts';
import type { SampleSource } from './sample-source.js';

/** Standard deviation of each component of the rapidity vector of a pair. */
const RAPIDITY = 0.8;
/** Standard deviation of ln m of the background, whose masses keep `GAP` away from ln m = 0. */
const SPREAD = 0.6;
const GAP = 0.05;

/** m² = 2 p₁·p₂ = 2 (E₁E₂ − p⃗₁·p⃗₂) of a pair, on which the label depends. */
const squaredMass: ConservedQuantity = Object.freeze({
  name: 'm²',
  evaluate: (state: ArrayLike<number>) =>
    2 * (state[0] * state[4] - state[1] * state[5] - state[2] * state[6] - state[3] * state[7]),
});

/**
 * Pairs of massless four-momenta (E, pₓ, p_y, p_z), a stand-in for top tagging that needs no download:
 * each pair comes from a particle of mass m that decays isotropically at rest and is boosted by the
 * rapidity vector ρ ~ N(0, 0.8² I₃). The label is 1 for the signal, m = 1, and 0 for the background,
 * ln m ~ N(0, 0.6²) without |ln m| < 0.05: half and half. As m² = 2 p₁·p₂ in the Minkowski product, the
 * label is invariant under the Lorentz group.
 *
 * The distribution of the pairs is invariant under rotations, and under a boost by a small rapidity η
 * nearly so: no probability distribution is invariant under boosts.
 */
export const jets: SampleSource = Object.freeze({
  name: 'jets',
  names: ['E1', 'px1', 'py1', 'pz1', 'E2', 'px2', 'py2', 'pz2'],
  labels: ['signal'],
  invariant: squaredMass,
  defaults: { train: 20_000, validation: 2000, test: 2000, noise: 0 },
  draw: (random) => {
    const signal = random.uniform() < 0.5;
    const mass = signal ? 1 : Math.exp(backgroundLogMass(random));
    const rapidity = Float64Array.of(random.normal(), random.normal(), random.normal()).map(
      (value) => RAPIDITY * value,
    );
    const direction = unitVector(random);
    const state = new Float64Array(8);
    [1, -1].forEach((sign, at) => {
      const momentum = direction.map((value) => (sign * value * mass) / 2);
      state.set(boosted(mass / 2, momentum, rapidity), 4 * at);
    });
    return { state, label: Float64Array.of(signal ? 1 : 0) };
  },
} satisfies SampleSource);

function backgroundLogMass(random: RandomStream): number {
  for (;;) {
    const value = SPREAD * random.normal();
    if (Math.abs(value) >= GAP) return value;
  }
}

/** Uniform on the sphere. */
function unitVector(random: RandomStream): Float64Array {
  const vector = Float64Array.of(random.normal(), random.normal(), random.normal());
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** (E, p) seen from where its frame moves with the rapidity vector η n: E' = E cosh η + n·p sinh η. */
function boosted(energy: number, momentum: Float64Array, rapidity: Float64Array): number[] {
  const eta = Math.hypot(...rapidity);
  const n = rapidity.map((value) => value / (eta || 1));
  const along = momentum.reduce((sum, value, at) => sum + value * n[at], 0);
  const shift = energy * Math.sinh(eta) + along * (Math.cosh(eta) - 1);
  return [
    energy * Math.cosh(eta) + along * Math.sinh(eta),
    ...momentum.map((value, at) => value + shift * n[at]),
  ];
}
