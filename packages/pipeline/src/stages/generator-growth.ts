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

/** A training to come: with how many generators, and with how many of the training that it goes on from. */
export type NextTrial = Pick<GeneratorTrial, 'generators' | 'from'>;

/**
 * What to train with next, or null when there is nothing more to learn: 1, 2, … generators up to
 * `most`, as long as the last number holds. A number holds when its training is a discovery whose generators are
 * all independent. When these imply others, the next training goes on from theirs with as many as are implied, and only
 * when that does not hold begins another one afresh, with one more. When a number does not hold, the search ends at a number before that spans an algebra; the brackets of
 * one that does not are symmetries too, so it is followed by one more. Where none of several numbers was left standing
 * as an algebra, `most` is tried last: the boosts of a group that is not compact stretch, and count as a
 * symmetry only within the whole algebra. Where nothing held at all and the first training was told apart, that one is trained
 * on, before it is believed.
 * @param implied how many generators those of the last training imply; nothing new when left out
 */
export function nextTrial(
  trials: readonly GeneratorTrial[],
  most: number,
  implied = 0,
): NextTrial | null {
  const newest = trials.at(-1);
  if (newest && holds(newest) && implied > newest.generators && implied <= most) {
    return { generators: implied, from: newest.generators };
  }
  const generators = nextAfresh(
    trials.filter((trial) => trial.from === undefined || holds(trial)),
    most,
  );
  if (generators !== null) return { generators };
  const isWorthAnother = trials.length === 2 && trials[0].status === 'discriminator-won';
  return isWorthAnother && !trials.some(holds) ? { generators: 1, from: 1 } : null;
}

/** The next number, without regard to what is implied. */
function nextAfresh(trials: readonly GeneratorTrial[], most: number): number | null {
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
    const tried = trials.map(addNothing).join('; ');
    const reason = `No symmetry was found: ${tried}.`;
    return { generators: 1, most, clear: false, reason };
  }
  const { generators } = chosen;
  const after = trials.filter((trial) => trial.generators > generators);
  const end =
    generators === most
      ? `${most === 1 ? 'It is' : 'They are'} as many as the latent space has room for.`
      : after.map(addNothing).join('; ') + '.';
  const spanned = isClosed(chosen)
    ? spanOf(chosen)
    : `do not span an algebra (closure ${show(chosen.closure)})`;
  const held =
    generators === 1 ? '1 generator holds.' : `${generators} generators hold and ${spanned}.`;
  const origin = originOf(chosen);
  return {
    generators,
    most,
    clear: isClosed(chosen),
    reason: [held, origin, end].filter(Boolean).join(' '),
  };
}

function originOf({ generators, from }: NextTrial): string | null {
  if (from === undefined) return null;
  if (from === generators) return 'It took a longer training.';
  return `${from === 1 ? 'One implies' : `${from} imply`} them.`;
}

const spanOf = ({ closure }: GeneratorTrial): string =>
  `span an algebra (closure ${show(closure)})`;

/** Whether a training is a discovery whose generators are all independent. */
export function holds({ generators, status, independent }: GeneratorTrial): boolean {
  return status === 'discovered' && independent === generators;
}

function largestHolding(trials: readonly GeneratorTrial[]): GeneratorTrial {
  return trials.filter(holds).at(-1) as GeneratorTrial;
}

function isClosed({ generators, closure }: GeneratorTrial): boolean {
  return generators === 1 || closure <= CLOSED;
}

/** Where the generators of a trial came from, in words to follow their number; empty for a training from the beginning. */
export function startOf({ generators, from }: NextTrial): string {
  if (from === undefined) return '';
  if (from === generators) return ', trained on';
  return `, as ${from} ${from === 1 ? 'implies' : 'imply'}`;
}

function addNothing(trial: GeneratorTrial): string {
  const { generators, from, status, independent, closure } = trial;
  const name = `${generators}${startOf(trial)}${from === undefined ? '' : ','}`;
  if (status !== 'discovered')
    return `${name} ${generators === 1 ? 'is' : 'are'} no symmetry (${status})`;
  if (independent < generators)
    return `${name} have ${independent} independent ${independent === 1 ? 'one' : 'ones'} among them`;
  return `${name} hold but span no algebra (closure ${show(closure)})`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(2)));
}
