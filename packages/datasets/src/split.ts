import { invalidArgument, type Trajectories } from '@noether/contracts';

/** Which share of the data each part receives; the three are positive and add up to 1. */
export interface SplitFractions {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** The three parts of a data set. */
export interface Split {
  readonly train: Trajectories;
  readonly validation: Trajectories;
  readonly test: Trajectories;
}

/**
 * How many of `count` things each part receives: shares rounded, none empty.
 * @throws NoetherError when the fractions do not add up to 1 or a part would be empty
 */
export function partSizes(
  count: number,
  { train, validation, test }: SplitFractions,
  what: string,
  remedy: string,
): [train: number, validation: number, test: number] {
  if (!(train > 0 && validation > 0 && test > 0)) {
    throw invalidArgument(
      'fractions',
      [train, validation, test],
      `train ${train}, validation ${validation} and test ${test} must all be positive`,
    );
  }
  const total = train + validation + test;
  if (Math.abs(total - 1) > 1e-9) {
    throw invalidArgument('fractions', total, 'train, validation and test must add up to 1');
  }
  const watched = Math.max(1, Math.round(count * validation));
  const judged = Math.max(1, Math.round(count * test));
  const learned = count - watched - judged;
  if (learned < 1) throw invalidArgument(what, count, `too few for three parts, ${remedy}`);
  return [learned, watched, judged];
}
