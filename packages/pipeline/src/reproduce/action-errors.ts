import type { EngineChoice } from '../engine-choice.js';
import { judgeRun } from '../judge-run.js';
import type { Finding } from './outcome.js';

/** The errors of MIRROR (2026), mean squares over the variance of the states, and what they may be. */
const ERRORS = [
  { key: 'identityError', asks: 'ψφ(x) = x', most: 0.01 },
  { key: 'compatibilityError', asks: 'g(hx) = (gh)x', most: 0.01 },
  { key: 'invertibilityError', asks: 'g⁻¹(gx) = x', most: 0.01 },
] as const;

/**
 * How exactly ψ π(g) φ is an action, on the validation data of a finished run: identity, composition and
 * inverse, w ~ N(0, 1).
 */
export async function actionErrors(folder: string, choice: EngineChoice): Promise<Finding[]> {
  const observe = (): void => undefined;
  const [judged] = await judgeRun(folder, { ...choice, observe });
  return ERRORS.map(({ key, asks, most }) => {
    const value = judged?.judgement[key] ?? null;
    const holds = value !== null && value <= most;
    return { id: 'C1', asks: `${asks}, error ≤ ${most} of the variance`, value, holds };
  });
}
