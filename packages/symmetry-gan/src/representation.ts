import { invalidArgument } from '@noether/contracts';
import { checkParametrisation } from './parametrisation/generator-map-of.js';
import type { Parametrisation } from './parametrisation/parametrisation.js';

/** A subgroup of GL(d) with generators to be learned, acting alike on `copies` d-dimensional vectors. */
export interface LearnedBlock {
  readonly kind: 'learned';
  readonly copies: number;
  /** Number of generators c. */
  readonly generators: number;
  /** Dimension d of the vectors. */
  readonly dimension: number;
  /** Where the generators are searched; default free, in all of gl(d). */
  readonly parametrisation?: Parametrisation;
}

/** A known group, acting alike on `copies` vectors. */
export interface FixedBlock {
  readonly kind: 'fixed';
  readonly copies: number;
  readonly name: string;
  readonly dimension: number;
  /** The generators, row-major d × d. */
  readonly generators: readonly Float64Array[];
}

/**
 * Coordinates that the group leaves alone. They have neither coefficients nor a mask, and change
 * nothing for the other blocks (in the reference implementation, quirk Q9, they switch masks off and
 * own an idle parameter).
 */
export interface InvariantBlock {
  readonly kind: 'invariant';
  readonly copies: number;
}

export type RepresentationBlock = LearnedBlock | FixedBlock | InvariantBlock;

/**
 * How the group acts on one latent vector: block after block along the coordinates, each block an
 * independent factor with coefficients of its own. All states of a sample are moved by the same
 * group element.
 */
export interface Representation {
  readonly blocks: readonly RepresentationBlock[];
  /** Dimension of the latent space, the sum over the blocks. */
  readonly dimension: number;
}

export function blockDimension(block: RepresentationBlock): number {
  return block.kind === 'invariant' ? block.copies : block.copies * block.dimension;
}

/** Number of coefficients w of a block: one for each generator. */
export function blockCoefficients(block: RepresentationBlock): number {
  if (block.kind === 'invariant') return 0;
  return block.kind === 'learned' ? block.generators : block.generators.length;
}

/**
 * Checks the blocks and adds up the dimension.
 * @throws NoetherError that names the block
 */
export function representation(blocks: readonly RepresentationBlock[]): Representation {
  if (blocks.length === 0) throw invalidArgument('blocks', blocks, 'give at least one block');
  blocks.forEach((block, index) => {
    const sizes = [block.copies];
    if (block.kind !== 'invariant') sizes.push(block.dimension, blockCoefficients(block));
    if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
      throw invalidArgument(`blocks[${index}]`, block, 'its numbers must be positive and whole');
    }
    if (block.kind === 'learned') {
      checkRoom(`blocks[${index}].generators`, block);
      checkParametrisation(`blocks[${index}].parametrisation`, block);
    }
  });
  const dimension = blocks.reduce((sum, block) => sum + blockDimension(block), 0);
  return Object.freeze({ blocks, dimension });
}

function checkRoom(argument: string, { generators, dimension: d }: LearnedBlock): void {
  if (generators <= d * d) return;
  const hint = `${d} × ${d} matrices have room for ${d * d} independent ones`;
  throw invalidArgument(argument, generators, hint);
}
