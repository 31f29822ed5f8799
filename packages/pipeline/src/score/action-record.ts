import type { ActionRecord } from '@noether/contracts';
import type { ActionJudgement } from '@noether/symmetry-gan';

/** The part of a judgement that a record keeps; eigenvalues and closure stand with the generators. */
export function actionRecord(judgement: ActionJudgement | null): ActionRecord | null {
  if (!judgement) return null;
  const { eigenvalues: _spectra, closure: _closure, ...kept } = judgement;
  return kept;
}
