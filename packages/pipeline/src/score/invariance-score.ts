import type {
  ConservedQuantity,
  Encoder,
  InvarianceScore,
  RandomStream,
  SymmetryBasis,
} from '@noether/contracts';
import { expmBatch } from '@noether/numerics';
import { changeOfQuantity } from '@noether/symmetry-gan';

/** Rounds of random group elements, one element for each state and round. */
const DRAWS = 4;

/**
 * How well g·x = ψ(c + exp(Σ wᵢLᵢ)(φ(x) − c)), w ~ N(0, 1), keeps the conserved quantity H: mean |ΔH|
 * over states and four draws, next to that of the autoencoder alone and that between random states; null when H is the
 * same for all states.
 * @param states row-major rows × inputDimension
 */
export async function invarianceScore(
  encoder: Encoder,
  basis: SymmetryBasis,
  invariant: ConservedQuantity,
  states: Float64Array,
  random: RandomStream,
): Promise<InvarianceScore | null> {
  const latent = await encoder.encode(states);
  const reconstructed = await encoder.decode(latent);
  const transformed: Float64Array[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    transformed.push(await encoder.decode(transform(latent, basis, random.split(draw))));
  }
  const moved = { states, reconstructed, transformed };
  return changeOfQuantity(invariant, moved, encoder.inputDimension, random.split('shuffle'));
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
