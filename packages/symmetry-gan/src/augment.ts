import {
  invalidArgument,
  type Encoder,
  type RandomStream,
  type SymmetryBasis,
} from '@noether/contracts';
import { drawCoefficients } from './coefficients.js';
import { groupElements, moveLatent } from './judge/act.js';
import type { CoefficientLaw } from './options.js';

/** Group elements and their inverses, row-major count × k × k each. */
export interface DrawnElements {
  readonly elements: Float64Array;
  readonly inverses: Float64Array;
}

/**
 * Elements exp(Σ wᵢLᵢ) with coefficients from the law, and their inverses exp(−Σ wᵢLᵢ).
 * @throws NoetherError when the basis has no generator
 */
export function drawElements(
  basis: SymmetryBasis,
  law: CoefficientLaw,
  count: number,
  random: RandomStream,
): DrawnElements {
  const { generators } = basis;
  if (generators.length === 0) throw invalidArgument('basis', basis, 'it has no generator');
  const drawn = drawCoefficients(law, random, new Float32Array(count * generators.length));
  const w = Float64Array.from(drawn);
  return {
    elements: groupElements(basis, w),
    inverses: groupElements(
      basis,
      w.map((value) => -value),
    ),
  };
}

export interface AugmentOptions {
  /** States of a sample, one after the other; the same group element moves all of them. Default 1. */
  readonly timesteps?: number;
  /** The law of the coefficients; default normal with standard deviation 1. */
  readonly coefficients?: CoefficientLaw;
  /** Where the group acts in a latent space, its encoder and decoder. */
  readonly encoder?: Encoder;
}

export interface Augmented extends DrawnElements {
  /** The moved samples, as many and in the same order. */
  readonly samples: Float64Array;
}

/**
 * Symmetry-based augmentation (Yang et al. 2023, arXiv 2302.00236, §5): moves every sample by an element
 * of its own, g·x, or ψ(g·φ(x)) where an encoder is given. The elements come with the samples, so that
 * what belongs to a sample can be moved alike, or a prediction moved back: f̂(x) = g⁻¹ f(g x).
 * @param samples row-major n × (timesteps · d)
 * @throws NoetherError when the sizes do not fit or the basis has no generator
 */
export async function augment(
  basis: SymmetryBasis,
  samples: Float64Array,
  { timesteps = 1, coefficients = { law: 'normal', scale: 1 }, encoder }: AugmentOptions,
  random: RandomStream,
): Promise<Augmented> {
  const width = timesteps * (encoder?.inputDimension ?? basis.dimension);
  const count = samples.length / width;
  if (!Number.isInteger(count)) {
    throw invalidArgument('samples', samples, `give rows of ${width} numbers`);
  }
  if (encoder && encoder.latentDimension !== basis.dimension) {
    const wanted = `it needs ${basis.dimension} latent dimensions, as the generators have`;
    throw invalidArgument('encoder', encoder.latentDimension, wanted);
  }
  const drawn = drawElements(basis, coefficients, count, random);
  const latent = encoder ? await encoder.encode(samples) : samples;
  const moved = moveLatent(basis, drawn.elements, latent);
  return { samples: encoder ? await encoder.decode(moved) : moved, ...drawn };
}
