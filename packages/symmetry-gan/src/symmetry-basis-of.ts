import { symmetryBasis, type Provenance, type SymmetryBasis } from '@noether/contracts';
import { blockDimension, type Representation } from './representation.js';

/**
 * The generators of a representation as matrices on the whole latent space: each generator of a
 * block, learned or fixed, repeated on the diagonal for the block's copies.
 */
export function symmetryBasisOf(
  representation: Representation,
  learned: ReadonlyMap<number, ArrayLike<number>>,
  centre: Float64Array,
  provenance: Provenance,
): SymmetryBasis {
  const { dimension } = representation;
  const generators: Float64Array[] = [];
  let offset = 0;
  representation.blocks.forEach((block, index) => {
    if (block.kind !== 'invariant') {
      for (const small of smallGenerators(block, learned.get(index))) {
        const large = new Float64Array(dimension * dimension);
        for (let copy = 0; copy < block.copies; copy++) {
          place(small, block.dimension, large, dimension, offset + copy * block.dimension);
        }
        generators.push(large);
      }
    }
    offset += blockDimension(block);
  });
  return symmetryBasis({ dimension, generators, centre, provenance });
}

function smallGenerators(
  block: Exclude<Representation['blocks'][number], { kind: 'invariant' }>,
  learned: ArrayLike<number> | undefined,
): Float64Array[] {
  if (block.kind === 'fixed') return [...block.generators];
  const entries = block.dimension ** 2;
  const all = Float64Array.from(learned ?? []);
  return Array.from({ length: block.generators }, (_, index) =>
    all.slice(index * entries, (index + 1) * entries),
  );
}

function place(
  small: Float64Array,
  size: number,
  large: Float64Array,
  dimension: number,
  offset: number,
): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      large[(offset + row) * dimension + offset + column] = small[row * size + column];
    }
  }
}
