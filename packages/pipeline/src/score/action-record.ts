import type { ActionRecord } from '@noether/contracts';
import type { ActionJudgement } from '@noether/symmetry-gan';

/** The part of a judgement that a record keeps; eigenvalues and closure stand with the generators. */
export function actionRecord(judged: ActionJudgement | null): ActionRecord | null {
  if (!judged) return null;
  const { verdict, reason, identityError, compatibilityError, invertibilityError } = judged;
  const { movement, wasserstein, manifold, twoSample, control, harmonic } = judged;
  const { wave, planes, growth, variance } = judged;
  const latent = { harmonic, wave, planes, growth, variance };
  const errors = { identityError, compatibilityError, invertibilityError, movement };
  return { verdict, reason, ...errors, wasserstein, manifold, twoSample, control, ...latent };
}
