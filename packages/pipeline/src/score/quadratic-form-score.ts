import {
  dimensionOf,
  type ConservedQuantity,
  type Encoder,
  type SymmetryBasis,
  type SymmetryScore,
  type Trajectories,
} from '@noether/contracts';
import { invariantForm } from '@noether/lie-algebra';
import { mean, spearman } from '@noether/numerics';
import { everyRow } from '../stages/even-rows.js';

/** Rows of a trajectory that are looked at, at most. */
const ROWS = 250;

interface Parts {
  readonly validation: Trajectories;
  readonly train: Trajectories;
  readonly invariant: ConservedQuantity | undefined;
}

/**
 * The form q(z) = (z − c)ᵀ S (z − c) that the first generator preserves, which a symmetry of the motion
 * keeps along every trajectory. Over the validation trajectories `within` is the mean of std(q)/|mean(q)|
 * and `betweenToWithin` the spread of the trajectories' means, std/|mean|, over `within`; `spearman` is
 * the rank correlation of the training trajectories' mean q with the conserved quantity.
 */
export async function quadraticFormScore(
  encoder: Encoder,
  basis: SymmetryBasis,
  { validation, train, invariant }: Parts,
): Promise<NonNullable<SymmetryScore['quadraticForm']>> {
  const form = invariantForm(basis.generators[0], basis.dimension);
  const paths = await values(encoder, basis, form, validation);
  const within = mean(paths.map((path) => deviation(path) / Math.abs(mean(path))));
  const means = paths.map((path) => mean(path));
  const between = deviation(means) / Math.abs(mean(means));
  return {
    within,
    betweenToWithin: between / within,
    spearman: invariant ? await correlation(encoder, basis, form, train, invariant) : null,
  };
}

async function correlation(
  encoder: Encoder,
  basis: SymmetryBasis,
  form: Float64Array,
  train: Trajectories,
  invariant: ConservedQuantity,
): Promise<number | null> {
  const paths = await values(encoder, basis, form, train);
  const d = dimensionOf(train);
  const energies = train.items.map(({ states }) => invariant.evaluate(states.subarray(0, d)));
  const rank = spearman(
    paths.map((path) => mean(path)),
    energies,
  );
  return Number.isFinite(rank) ? rank : null;
}

/** q along every trajectory. */
async function values(
  encoder: Encoder,
  { dimension: k, centre }: SymmetryBasis,
  form: Float64Array,
  data: Trajectories,
): Promise<Float64Array[]> {
  const paths: Float64Array[] = [];
  for (const item of data.items) {
    const every = Math.max(1, Math.ceil(item.times.length / ROWS));
    const latent = await encoder.encode(everyRow(item, dimensionOf(data), every).states);
    paths.push(
      Float64Array.from({ length: latent.length / k }, (_, row) => {
        let sum = 0;
        for (let i = 0; i < k; i++) {
          for (let j = 0; j < k; j++) {
            const product = (latent[row * k + i] - centre[i]) * (latent[row * k + j] - centre[j]);
            sum += form[i * k + j] * product;
          }
        }
        return sum;
      }),
    );
  }
  return paths;
}

function deviation(entries: ArrayLike<number>): number {
  const centre = mean(entries);
  return Math.sqrt(mean(Array.from(entries, (entry) => (entry - centre) ** 2)));
}
