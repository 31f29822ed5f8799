import type { ActionMeasures } from './judge-action.js';
import type { LatentMeasures } from './judge-latent.js';

/** What an action is: see {@link verdictOnAction}. */
export type ActionVerdict = 'symmetry' | 'identity' | 'no-symmetry' | 'not-carried';

/** What an action may come to and still be a symmetry of the data. */
export const actionBounds = {
  /** Share of the variance that the autoencoder loses; above it the latent space does not carry the data. */
  identityError: 0.02,
  movement: 0.1,
  /**
   * Shares of the variance by which g(hx) and (gh)x, or g⁻¹(gx) and x, differ; 0.025 at most in discoveries, 0.24 where a rotation of
   * an ellipse 1 : 4 turns the noise of an encoder into its long axis, and 2 where unrelated states come back.
   */
  groupLaw: 0.3,
  /**
   * Of the energy statistic beyond that of two real samples, a shift by 0.19 sd in one variable; 0.0038 at most in
   * discoveries, 0.0097 at least in the failures that it tells.
   */
  excess: 0.009,
  /**
   * |E e^{ikθ}| along the orbits, a density modulated by a third: of a thin ring and k = 1 the energy statistic is then 1/108,
   * just above its own bound. 0.11 at most in discoveries.
   */
  harmonic: 0.167,
  /** |E (log r − E log r) e^{ikθ}| along the orbits, a radius that waves by ± 20 %; 0.065 at most in discoveries. */
  wave: 0.1,
  /** A larger statistic or harmonic of few windows may be chance. */
  pValue: 0.01,
  /** Distance to the nearest known window over that of real ones, or that of rounding; 1.8 at most in discoveries. */
  manifold: 2.4,
  /**
   * What it is more than that, over the distance of unrelated windows: beside a distance that vanishes, as it does the more windows
   * are known of a curve, every ratio is large. 0.006 for a circle turned with an error of 1 %, 0.044 at least in false symmetries.
   */
  offManifold: 0.02,
  /** e-folds of growth per turn; 0.015 at most in discoveries, and no bounded law is invariant under any. */
  growth: 0.2,
  /** |log| of the change of a variance, by a third; 0.16 at most in discoveries. */
  logVariance: 0.288,
  /** Standard errors up to which a change of a variance may be chance: p = 0.01. */
  deviations: 2.58,
  /** Change of a conserved quantity, in shuffles; above it the action is no symmetry of the system. */
  invariance: 0.3,
} as const;

/** Of semisimple groups that are not compact, when no quantity is known that they should keep. */
const CAUTION =
  'No distribution is left as it is by a group that is not compact: this says that the drawn elements change it little, not which form the group keeps.';

/**
 * The verdict on an action from its measures, the first that applies:
 *
 * - `not-carried`: the autoencoder loses more than 2 % of the variance, so the latent space is not the data;
 * - `identity`: g moves states less than a tenth of the way to an unrelated state;
 * - `no-symmetry`: g(hx) and (gh)x, or g⁻¹(gx) and x, differ by more than 0.3 of the variance, as behind an encoder that knows
 *   its own data only; a quantity that is known to be conserved changes by more than 0.3 of a shuffle; transformed windows
 *   can be told from real ones, by the energy statistic or by their distance to the nearest known window; or latent states
 *   ({@link LatentMeasures}) can be told in one plane, lie unevenly along the orbits of a rotation, their density modulated by more
 *   than a third or their radius by a fifth, are stretched, or get another variance;
 * - `symmetry`: none of these.
 *
 * With enough samples every learned action fails an exact test. So it is the size of the difference that decides, and the
 * p-value only says that it is no chance.
 */
export function verdictOnAction(measures: ActionMeasures): {
  readonly verdict: ActionVerdict;
  readonly reason: string;
} {
  const { identityError, planes, twoSample, control, manifold, invariance } = measures;
  if (!(identityError <= actionBounds.identityError)) {
    const lost = percent(identityError);
    return { verdict: 'not-carried', reason: `The autoencoder loses ${lost} of the variance.` };
  }
  const movement = Math.max(measures.movement, planes?.movement ?? 0);
  if (!(movement >= actionBounds.movement)) {
    const share = percent(movement);
    return {
      verdict: 'identity',
      reason: `The action moves states by ${share} of a shuffle only.`,
    };
  }
  const { compatibilityError, invertibilityError } = measures;
  if (!(Math.max(compatibilityError, invertibilityError) <= actionBounds.groupLaw)) {
    const [twice, back] = [compatibilityError, invertibilityError].map(percent);
    const reason = `It is no action of a group on the data: g(hx) and (gh)x differ by ${twice} of the variance, g⁻¹(gx) and x by ${back}.`;
    return { verdict: 'no-symmetry', reason };
  }
  if (invariance && !(invariance.ratio <= actionBounds.invariance)) {
    const share = percent(invariance.ratio);
    const reason = `The action moves what is known to be conserved by ${share} of a shuffle.`;
    return { verdict: 'no-symmetry', reason };
  }
  const excess = twoSample.statistic - control.statistic;
  const isTold = excess > actionBounds.excess && twoSample.pValue <= actionBounds.pValue;
  const near = Math.max(manifold.reconstructed, manifold.data, manifold.rounding);
  const distance = manifold.transformed / near;
  const off = (manifold.transformed - near) / manifold.unrelated;
  const isFar = !(distance <= actionBounds.manifold) && !(off <= actionBounds.offManifold);
  const told = `the energy statistic is ${show(twoSample.statistic)} where real windows have ${show(control.statistic)}, and the nearest known window is ${show(distance)} times as far`;
  const broken = isTold || isFar ? 'Transformed windows differ from real ones' : brokenIn(measures);
  if (broken) return { verdict: 'no-symmetry', reason: `${broken}: ${told}.` };
  const caution = measures.isNonCompact && !invariance ? ` ${CAUTION}` : '';
  return {
    verdict: 'symmetry',
    reason: `Transformed windows look like real ones: ${told}.${caution}`,
  };
}

/** What latent states show of an action that is none, null where they show nothing. */
function brokenIn({ planes, harmonic, wave, growth, variance }: LatentMeasures): string | null {
  if (planes && planes.excess > actionBounds.excess && planes.pValue <= actionBounds.pValue) {
    return `Transformed states differ from real ones in a plane that the generators turn, by ${show(planes.excess)} of the energy statistic`;
  }
  const { amplitude, order, pValue } = harmonic ?? { amplitude: 0, order: 1, pValue: 1 };
  if (amplitude > actionBounds.harmonic && pValue <= actionBounds.pValue) {
    const times = order === 1 ? 'once' : `${order} times`;
    return `States lie unevenly along the orbits, their density rises and falls ${times} a turn, by ${percent(2 * amplitude)}`;
  }
  if (wave && wave.amplitude > actionBounds.wave && wave.pValue <= actionBounds.pValue) {
    return `The radius of the states waves ${wave.order} × a turn, by ± ${percent(2 * wave.amplitude)}`;
  }
  if (growth !== null && growth > actionBounds.growth) {
    return `The generators stretch the states by ${show(growth)} e-folds while they turn them, which no bounded distribution survives`;
  }
  const { logRatio, deviations } = variance ?? { logRatio: 0, deviations: 0 };
  if (Math.abs(logRatio) > actionBounds.logVariance && deviations > actionBounds.deviations) {
    return `The action changes the variance of a latent direction to ${percent(Math.exp(logRatio))} of what it is`;
  }
  return null;
}

function percent(share: number): string {
  return `${show(100 * share)} %`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(2)));
}
