import type { SymmetryBasis } from '@noether/contracts';
import { judgeSymmetry, type Judgement } from './judge-symmetry.js';
import { restrictToSpan } from './restrict-to-span.js';
import type { TrainingStatistics } from './training-statistics.js';

/** ‖(1 − PPᵀ)LP‖ / ‖LP‖ up to which generators leave the span of the states as it is. */
const LARGEST_LEAVING = 0.1;

/**
 * {@link judgeSymmetry} for a latent space that may have dimensions to spare: with more dimensions than the
 * data need, states can fill a subspace on which the generators act as a symmetry does. That is a discovery in
 * the subspace, and the reason says how many dimensions are spare. `rank-lost` stays where the generators lead out of
 * the subspace or what they do in it is no discovery. Whether the subspace carries the data is another question,
 * which the error of reconstruction answers.
 *
 * The eigenvalues are those of the whole generators, with those of the spare dimensions.
 * @param known as for judgeSymmetry
 * @throws NoetherError when the basis has no generator
 */
export function judgeInSpan(
  basis: SymmetryBasis,
  statistics: TrainingStatistics,
  known = false,
): Judgement {
  const whole = judgeSymmetry(basis, statistics, known);
  if (whole.status !== 'rank-lost') return whole;
  const span = restrictToSpan(basis, statistics);
  const spare = basis.dimension - span.basis.dimension;
  if (spare === 0) return whole;
  const filled = `The states fill ${span.basis.dimension} of ${basis.dimension} latent dimensions`;
  if (span.leaving > LARGEST_LEAVING) {
    const out = `${Number((100 * span.leaving).toPrecision(2))} %`;
    return {
      ...whole,
      reason: `${whole.reason} ${filled}, and ${out} of the action leads out of them.`,
    };
  }
  const within = judgeSymmetry(span.basis, span.statistics, known);
  if (within.status !== 'discovered') {
    return { ...whole, reason: `${whole.reason} ${filled}. Within them: ${within.reason}` };
  }
  const rest = spare === 1 ? 'one is spare' : `${spare} are spare`;
  const reason = `${within.reason} ${filled}, which the action keeps to; ${rest}.`;
  return { ...within, eigenvalues: whole.eigenvalues, reason };
}
