import type {
  ConservedQuantity,
  Encoder,
  InvarianceScore,
  RandomStream,
  SymmetryBasis,
} from '@noether/contracts';
import { expmBatch, mean } from '@noether/numerics';

/** Rounds of random group elements, one element for each state and round. */
const DRAWS = 4;
/** |ΔH| counts as this at most, so that a state thrown far away does not hide all others. */
const LARGEST = 1e3;

/**
 * How well g·x = ψ(c + exp(Σ wᵢLᵢ)(φ(x) − c)), w ~ N(0, 1), keeps the conserved quantity H: mean |ΔH|
 * over states and four draws, next to that of the autoencoder alone and that between random states.
 * @param states row-major rows × inputDimension
 */
export async function invarianceScore(
  encoder: Encoder,
  basis: SymmetryBasis,
  invariant: ConservedQuantity,
  states: Float64Array,
  random: RandomStream,
): Promise<InvarianceScore> {
  const d = encoder.inputDimension;
  const energy = energies(invariant, states, d);
  const difference = (other: Float64Array): number =>
    mean(other.map((value, row) => bounded(Math.abs(value - energy[row]))));
  const latent = await encoder.encode(states);
  const reconstructed = difference(energies(invariant, await encoder.decode(latent), d));
  const order = random.split('shuffle').permutation(energy.length);
  const shuffled = difference(energy.map((_, row) => energy[order[row]]));
  let transformed = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const moved = transform(latent, basis, random.split(draw));
    transformed += difference(energies(invariant, await encoder.decode(moved), d)) / DRAWS;
  }
  return { transformed, reconstructed, shuffled, ratio: transformed / shuffled };
}

/** g(w)·z with a w of its own for every row. */
function transform(latent: Float64Array, basis: SymmetryBasis, random: RandomStream): Float64Array {
  const { dimension: k, generators, centre } = basis;
  const moved = new Float64Array(latent.length);
  const matrix = new Float64Array(k * k);
  for (let row = 0; row < latent.length; row += k) {
    matrix.fill(0);
    for (const generator of generators) {
      const w = random.normal();
      for (let entry = 0; entry < matrix.length; entry++) matrix[entry] += w * generator[entry];
    }
    const g = expmBatch(matrix, k, 1);
    for (let i = 0; i < k; i++) {
      let sum = centre[i];
      for (let j = 0; j < k; j++) sum += g[i * k + j] * (latent[row + j] - centre[j]);
      moved[row + i] = sum;
    }
  }
  return moved;
}

function energies(invariant: ConservedQuantity, states: Float64Array, d: number): Float64Array {
  return Float64Array.from({ length: states.length / d }, (_, row) =>
    invariant.evaluate(states.subarray(row * d, (row + 1) * d)),
  );
}

function bounded(difference: number): number {
  return difference <= LARGEST ? difference : LARGEST;
}
