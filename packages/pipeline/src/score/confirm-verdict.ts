import type { Verdict } from '@noether/contracts';
import type { Scores } from './score-symmetry.js';

/** Relative reconstruction error above which a latent space does not carry the data. */
const LARGEST_ERROR = 0.02;
/** Change of a conserved quantity, in shuffles, above which an action is no symmetry of the system. */
const LARGEST_CHANGE = 0.3;

interface Judged {
  readonly status: Verdict;
  readonly reason: string;
}

/**
 * Holds a discovery, which was judged in the latent space alone, against the data: an action on a
 * latent space that the decoder cannot bring back (`rank-lost`), or that moves what the system is
 * known to conserve (`discriminator-won`), is not one. Other verdicts stay.
 */
export function confirmVerdict(
  { status, reason }: Judged,
  { symmetry, relativeMse }: Scores,
): Judged {
  if (status !== 'discovered') return { status, reason };
  if (!(relativeMse <= LARGEST_ERROR)) {
    return {
      status: 'rank-lost',
      reason: `The latent space does not carry the data: decoding misses ${percent(relativeMse)} of their mean square.`,
    };
  }
  const { invariance } = symmetry;
  if (invariance && !(invariance.ratio <= LARGEST_CHANGE)) {
    return {
      status: 'discriminator-won',
      reason: `The discriminator was fooled, but the action moves the conserved quantity by ${percent(invariance.ratio)} of a shuffle.`,
    };
  }
  return { status, reason };
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
