import type { GrowthRecord } from '@noether/contracts';

/** What a training with so many generators gave. */
export type GeneratorTrial = GrowthRecord['trials'][number];

/** Largest closure residual of a span that counts as an algebra. */
const CLOSED = 0.15;

/**
 * The largest number of generators that data can have in k latent dimensions: k (k − 1) / 2, and at least 1. A
 * distribution whose covariance is finite and not singular has a compact group of linear symmetries, which in
 * suitable coordinates consists of rotations.
 */
export function mostGenerators(dimension: number): number {
  return Math.max(1, (dimension * (dimension - 1)) / 2);
}

/**
 * The number of generators to train with next, or null when there is nothing more to learn: 1, 2, … up to
 * `most`, as long as the last number holds. A number holds when its training is a discovery whose generators are
 * all independent. When it does not, the search ends at a number before that spans an algebra; the brackets of
 * one that does not are symmetries too, so it is followed by one more. Where none of several numbers was left standing
 * as an algebra, `most` is tried last: the boosts of a group that is not compact stretch, and count as a
 * symmetry only within the whole algebra.
 */
export function nextTrial(trials: readonly GeneratorTrial[], most: number): number | null {
  const last = trials.at(-1);
  if (!last) return 1;
  if (last.generators >= most) return null;
  if (holds(last)) return last.generators + 1;
  const before = trials.at(-2);
  if (!before) return most;
  if (!holds(before) || isClosed(before)) return isClosed(largestHolding(trials)) ? null : most;
  return last.generators + 1;
}

/**
 * The number of generators that trials speak for: the largest that holds and spans an algebra, or, when none
 * does, the largest that holds, or 1; only the first is clear.
 */
export function chooseGenerators(
  trials: readonly GeneratorTrial[],
  most: number,
): Omit<GrowthRecord, 'trials'> {
  const holding = trials.filter(holds);
  const closed = holding.filter(isClosed);
  const chosen = closed.at(-1) ?? holding.at(-1);
  if (!chosen) {
    const tried = trials.map((trial) => `${trial.generators} ${addNothing(trial)}`).join('; ');
    const reason = `No symmetry was found: ${tried}.`;
    return { generators: 1, most, clear: false, reason };
  }
  const { generators } = chosen;
  const after = trials.filter((trial) => trial.generators > generators);
  const end =
    generators === most
      ? `${most === 1 ? 'It is' : 'They are'} as many as the latent space has room for.`
      : after.map((trial) => `${trial.generators} ${addNothing(trial)}`).join('; ') + '.';
  const spanned = isClosed(chosen)
    ? spanOf(chosen)
    : `do not span an algebra (closure ${show(chosen.closure)})`;
  return {
    generators,
    most,
    clear: isClosed(chosen),
    reason: `${generators} ${generators === 1 ? 'generator holds' : 'generators hold'}${generators === 1 ? '' : ` and ${spanned}`}. ${end}`,
  };
}

const spanOf = ({ closure }: GeneratorTrial): string =>
  `span an algebra (closure ${show(closure)})`;

function holds({ generators, status, independent }: GeneratorTrial): boolean {
  return status === 'discovered' && independent === generators;
}

function largestHolding(trials: readonly GeneratorTrial[]): GeneratorTrial {
  return trials.filter(holds).at(-1) as GeneratorTrial;
}

function isClosed({ generators, closure }: GeneratorTrial): boolean {
  return generators === 1 || closure <= CLOSED;
}

function addNothing({ generators, status, independent, closure }: GeneratorTrial): string {
  if (status !== 'discovered') return `${generators === 1 ? 'is' : 'are'} no symmetry (${status})`;
  if (independent < generators)
    return `have ${independent} independent ${independent === 1 ? 'one' : 'ones'} among them`;
  return `hold but span no algebra (closure ${show(closure)})`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(2)));
}
