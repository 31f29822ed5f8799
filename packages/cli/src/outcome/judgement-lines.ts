import type { SeedJudgement } from '@noether/pipeline';
import type { Style } from '../style.js';

/** A judgement in lines: the verdict with its reason, and the numbers. */
export function judgementLines({ seed, judgement }: SeedJudgement, style: Style): string[] {
  const { verdict, reason, wasserstein, manifold, twoSample, control, harmonic, invariance } =
    judgement;
  const { wave, planes, growth, variance } = judgement;
  const mark = verdict === 'symmetry' ? style.good : style.bad;
  const compared = (value: typeof wasserstein): string =>
    `${shown(value.transformed)}, autoencoder alone ${shown(value.reconstructed)}, data ${shown(value.data)}`;
  return [
    `${mark(verdict)}  seed ${seed}: ${reason}`,
    `  identity error       ${shown(judgement.identityError)} of the variance`,
    `  compatibility error  ${shown(judgement.compatibilityError)}`,
    `  invertibility error  ${shown(judgement.invertibilityError)}`,
    `  movement             ${shown(judgement.movement)} of a shuffle`,
    `  Wasserstein          ${compared(wasserstein)}`,
    `  to the nearest known ${compared(manifold)}`,
    `  two-sample test      p = ${shown(twoSample.pValue)} (statistic ${shown(twoSample.statistic)}; real windows ${shown(control.statistic)})`,
    ...(harmonic
      ? [
          `  along the orbits     density uneven by ${shown(2 * harmonic.amplitude)}, ${harmonic.order} × a turn (p = ${shown(harmonic.pValue)})`,
        ]
      : []),
    ...(wave
      ? [
          `                       radius waves by ± ${shown(2 * wave.amplitude)}, ${wave.order} × a turn (p = ${shown(wave.pValue)})`,
        ]
      : []),
    ...(planes
      ? [
          `  in the worst plane   statistic ${shown(planes.excess)} more than real states, moved by ${shown(planes.movement)} of a shuffle at most`,
        ]
      : []),
    ...(growth === null ? [] : [`  growth               ${shown(growth)} e-folds`]),
    ...(variance
      ? [
          `  latent variance      changes to ${shown(Math.exp(variance.logRatio))} of itself (${shown(variance.deviations)} standard errors)`,
        ]
      : []),
    ...(invariance
      ? [
          `  conserved quantity   moves by ${shown(invariance.ratio)} of a shuffle, autoencoder alone ${shown(invariance.reconstructed / invariance.shuffled)}`,
        ]
      : []),
    ...(judgement.closure > 0 ? [`  closure              ${shown(judgement.closure)}`] : []),
  ];
}

function shown(value: number): string {
  return String(Number(value.toPrecision(2)));
}
