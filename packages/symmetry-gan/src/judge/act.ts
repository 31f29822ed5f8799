import type { Encoder, SymmetryBasis } from '@noether/contracts';
import { expmBatch, multiply } from '@noether/numerics';

/** Matrices g(w) = exp(Σ wᵢ Lᵢ), one for each row of coefficients, row-major n × k × k. */
export function groupElements(basis: SymmetryBasis, coefficients: Float64Array): Float64Array {
  const { dimension: k, generators } = basis;
  const c = generators.length;
  const count = coefficients.length / c;
  const exponents = new Float64Array(count * k * k);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < c; i++) {
      const w = coefficients[row * c + i];
      for (let entry = 0; entry < k * k; entry++) {
        exponents[row * k * k + entry] += w * generators[i][entry];
      }
    }
  }
  return expmBatch(exponents, k, count);
}

/** gₙ hₙ for every n, row-major n × k × k. */
export function products(g: Float64Array, h: Float64Array, k: number): Float64Array {
  const result = new Float64Array(g.length);
  for (let at = 0; at < g.length; at += k * k) {
    result.set(multiply(g.slice(at, at + k * k), h.slice(at, at + k * k), k, k, k), at);
  }
  return result;
}

/** gₙ·z = centre + gₙ (z − centre) for the `states` rows that belong to each element. */
export function moveLatent(
  { dimension: k, centre }: SymmetryBasis,
  elements: Float64Array,
  latent: Float64Array,
): Float64Array {
  const rows = latent.length / k;
  const share = rows / (elements.length / (k * k));
  const moved = new Float64Array(latent.length);
  for (let row = 0; row < rows; row++) {
    const g = Math.floor(row / share) * k * k;
    for (let i = 0; i < k; i++) {
      let sum = centre[i];
      for (let j = 0; j < k; j++)
        sum += elements[g + i * k + j] * (latent[row * k + j] - centre[j]);
      moved[row * k + i] = sum;
    }
  }
  return moved;
}

/** g·x = ψ(g·φ(x)), the same element for all states of a window. */
export async function act(
  encoder: Encoder,
  basis: SymmetryBasis,
  elements: Float64Array,
  states: Float64Array,
): Promise<Float64Array> {
  return encoder.decode(moveLatent(basis, elements, await encoder.encode(states)));
}
