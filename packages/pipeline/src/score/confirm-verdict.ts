import type { ActionRecord, Verdict } from '@noether/contracts';
import { actionBounds } from '@noether/symmetry-gan';
import type { Scores } from './score-symmetry.js';

interface Judged {
  readonly status: Verdict;
  readonly reason: string;
}

/** What a verdict on held-out data makes of a discovery. */
const REFUSALS: Readonly<Record<Exclude<ActionRecord['verdict'], 'symmetry'>, Verdict>> = {
  identity: 'collapsed',
  'not-carried': 'rank-lost',
  'no-symmetry': 'discriminator-won',
};

/**
 * Holds a discovery, which was judged in the latent space and on training data alone, against the data: an action
 * on a latent space that the decoder cannot bring back (`rank-lost`), that moves what the system is known to
 * conserve (`discriminator-won`), or that is none on the windows held out, judged without the discriminator, is
 * not one. Other verdicts stay.
 * @param action null where too few windows are held out
 */
export function confirmVerdict(
  { status, reason }: Judged,
  { symmetry, relativeMse }: Scores,
  action: Pick<ActionRecord, 'verdict' | 'reason'> | null,
): Judged {
  if (status !== 'discovered') return { status, reason };
  if (!(relativeMse <= actionBounds.identityError)) {
    return {
      status: 'rank-lost',
      reason: `The latent space does not carry the data: decoding misses ${percent(relativeMse)} of their mean square.`,
    };
  }
  const { invariance } = symmetry;
  if (invariance && !(invariance.ratio <= actionBounds.invariance)) {
    return {
      status: 'discriminator-won',
      reason: `The discriminator was fooled, but the action moves the conserved quantity by ${percent(invariance.ratio)} of a shuffle.`,
    };
  }
  if (action && action.verdict !== 'symmetry') {
    const told = `On data held out the training is not borne out: ${action.reason}`;
    return { status: REFUSALS[action.verdict], reason: told };
  }
  return { status, reason };
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
