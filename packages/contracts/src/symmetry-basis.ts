import type { Provenance } from './context.js';
import { invalidArgument } from './error.js';

/**
 * Generators of a matrix group that acts on a latent space: g(w)·z = centre + exp(Σ wᵢ Lᵢ)(z − centre).
 */
export interface SymmetryBasis {
  readonly kind: 'symmetry-basis';
  /** Dimension k of the space acted on. */
  readonly dimension: number;
  /** The matrices Lᵢ, row-major k × k. */
  readonly generators: readonly Float64Array[];
  /** The fixed point of the action, length k. */
  readonly centre: Float64Array;
  readonly provenance: Provenance;
}

/** A {@link SymmetryBasis} as JSON. */
export interface SymmetryBasisRecord {
  readonly kind: 'symmetry-basis';
  readonly dimension: number;
  readonly generators: readonly (readonly number[])[];
  readonly centre: readonly number[];
  readonly provenance: Provenance;
}

/**
 * Checks shapes and finite numbers, and freezes the value.
 * @throws NoetherError that names the generator at fault
 */
export function symmetryBasis(value: Omit<SymmetryBasis, 'kind'>): SymmetryBasis {
  const { dimension, generators, centre } = value;
  if (centre.length !== dimension) {
    throw invalidArgument('centre', centre, `it must have ${dimension} entries`);
  }
  generators.forEach((generator, index) => {
    if (generator.length !== dimension * dimension || !generator.every(Number.isFinite)) {
      throw invalidArgument(
        `generators[${index}]`,
        generator,
        `it must have ${dimension * dimension} finite entries, row by row`,
      );
    }
  });
  return Object.freeze({ kind: 'symmetry-basis', ...value });
}

export function symmetryBasisToJson(basis: SymmetryBasis): SymmetryBasisRecord {
  return {
    kind: 'symmetry-basis',
    dimension: basis.dimension,
    generators: basis.generators.map((generator) => Array.from(generator)),
    centre: Array.from(basis.centre),
    provenance: basis.provenance,
  };
}

/** @throws NoetherError when the record is not a symmetry basis, or has entries that are no numbers, such as null for NaN */
export function symmetryBasisFromJson(record: SymmetryBasisRecord): SymmetryBasis {
  if (record?.kind !== 'symmetry-basis') {
    throw invalidArgument('kind', record?.kind, 'expected "symmetry-basis"');
  }
  checkList(record.generators, 'generators');
  return symmetryBasis({
    dimension: record.dimension,
    generators: record.generators.map((generator, index) =>
      numbersOf(generator, `generators[${index}]`),
    ),
    centre: numbersOf(record.centre, 'centre'),
    provenance: record.provenance,
  });
}

/** Typed arrays would turn null into 0. */
function numbersOf(list: readonly number[], name: string): Float64Array {
  checkList(list, name);
  list.forEach((entry, index) => {
    if (!Number.isFinite(entry)) {
      throw invalidArgument(`${name}[${index}]`, entry, 'it must be a finite number');
    }
  });
  return Float64Array.from(list);
}

function checkList(list: readonly unknown[], name: string): void {
  if (!Array.isArray(list)) throw invalidArgument(name, list, 'it must be a list');
}
