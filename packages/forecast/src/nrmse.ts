import { NoetherError, invalidArgument } from '@noether/contracts';

/**
 * σ = √(mean over variables of the variance of the truth), each variance taken over all times of all
 * trajectories about their common mean.
 * @param truth states of the trajectories, each row-major times × dimension
 * @throws NoetherError when the truth does not move
 */
export function spread(truth: readonly Float64Array[], dimension: number): number {
  const rows = truth.reduce((sum, states) => sum + states.length, 0) / dimension;
  const mean = new Float64Array(dimension);
  for (const states of truth) {
    for (let at = 0; at < states.length; at++) mean[at % dimension] += states[at] / rows;
  }
  let square = 0;
  for (const states of truth) {
    for (let at = 0; at < states.length; at++) square += (states[at] - mean[at % dimension]) ** 2;
  }
  if (square > 0) return Math.sqrt(square / (rows * dimension));
  throw new NoetherError(
    'The true trajectories do not move, an error cannot be compared with them.',
    {
      code: 'no-spread',
      argument: 'truth',
      hint: 'Choose other test trajectories or a longer horizon.',
    },
  );
}

/**
 * Normalised error over time: NRMSE(t) = √(mean over trajectories and variables of (x̂(t) − x(t))²) / σ
 * with σ of {@link spread}. 0 is perfect; the mean state as a constant forecast has about 1.
 * @param truth states of N trajectories, each row-major times × dimension, all of one length
 * @param predicted as `truth`
 * @throws NoetherError when shapes differ or the truth does not move
 */
export function nrmse(
  truth: readonly Float64Array[],
  predicted: readonly Float64Array[],
  dimension: number,
  sigma: number = truth.length > 0 ? spread(truth, dimension) : NaN,
): Float64Array {
  if (truth.length === 0) throw invalidArgument('truth', truth, 'give one path or more');
  const { length } = truth[0];
  if (predicted.length !== truth.length) {
    throw invalidArgument('predicted', predicted, `give one path for each of ${truth.length}`);
  }
  const errors = new Float64Array(length / dimension);
  truth.forEach((states, index) => {
    if (states.length !== length || predicted[index].length !== length) {
      throw invalidArgument(
        `predicted[${index}]`,
        predicted[index],
        `all paths need ${length} values`,
      );
    }
    for (let at = 0; at < length; at++) {
      errors[Math.floor(at / dimension)] += (predicted[index][at] - states[at]) ** 2;
    }
  });
  return errors.map((square) => Math.sqrt(square / (truth.length * dimension)) / sigma);
}
