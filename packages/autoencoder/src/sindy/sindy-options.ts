import type { AdamOptions } from '@noether/compute';
import { invalidArgument } from '@noether/contracts';
import type { Activation } from '../dense-autoencoder.js';
import type { LatentLibrary } from './latent-terms.js';
import type { SindyWeights } from './sindy-program.js';

/** How a SINDy autoencoder is built and trained. Steps are optimisation steps, one batch each. */
export interface SindyAutoencoderOptions {
  readonly latentDimension: number;
  /** Widths of the encoder's hidden layers; the decoder has them in reverse. */
  readonly widths: readonly number[];
  readonly activation: Activation;
  /** 1: ż = Θ(z) Ξ. 2: z̈ = Θ(z, ż) Ξ. Default 1. */
  readonly order?: 1 | 2;
  readonly library: LatentLibrary;
  readonly weights: SindyWeights;
  /** How λ₃ measures the coefficients, see {@link SindyProgramOptions}. Default `mean`. */
  readonly sparsity?: 'mean' | 'relative';
  /** How λ₂ measures its error, see {@link SindyProgramOptions}. Default `mean`. */
  readonly latentError?: 'mean' | 'relative';
  /** Whether derivatives carry gradients, see {@link SindyProgramOptions}. Default `learned`. */
  readonly derivatives?: 'learned' | 'measured';
  /**
   * `random`: the encoder starts as Glorot and Bengio propose. `slow`: it starts on the slowest linear
   * features of the data. Random projections of a video fold its motion many times over, and training does
   * not unfold it; slow features keep what follows in time together. Default `random`.
   */
  readonly start?: 'random' | 'slow';
  /**
   * Steps of a regression before the first one, for `start: 'slow'`: φ learns to give the slow features
   * (of unit variance) and ψ to take them, so that no fold forms while the decoder knows nothing. The
   * coefficients then begin at 0 instead of 1. Default 0.
   */
  readonly startSteps?: number;
  readonly batchSize: number;
  /** Steps with λ₃ and thresholds. */
  readonly steps: number;
  /** Steps after them, without λ₃ and with the terms fixed. */
  readonly refinement: number;
  /**
   * Every `every` steps from `from` (default 0) on, coefficients of magnitude `value` or less are set
   * to zero for good; null never does. The published code draws its mask anew from the raw values,
   * which have no gradient while pruned, and so never brings one back either, save by the momentum of
   * Adam and the L1 term that it goes on applying to pruned entries.
   */
  readonly threshold: {
    readonly value: number;
    readonly every: number;
    readonly from?: number;
  } | null;
  /**
   * Trains with the `terms` best terms of each equation, by forward selection in the latent space as it is
   * (`selectTerms`), and without λ₃. They are chosen before the first step and again every `every` steps of
   * the first half of `steps`, since another latent space may need others.
   */
  readonly selection?: { readonly terms: number; readonly every: number };
  readonly optimisers: { readonly autoencoder: AdamOptions; readonly equations: AdamOptions };
  /**
   * Factors on the learning rates, besides the schedules of the optimisers: a rise over the first
   * `warmUp` steps (default 0), then half a cosine from 1 to `final` over `steps`, and another one from
   * `refinement` to 0 over the refinement. Default: 1 throughout, as published.
   */
  readonly rates?: {
    readonly warmUp?: number;
    readonly final: number;
    readonly refinement: number;
  };
  /**
   * Training works in whitened principal coordinates that leave at most this share of the data's
   * variance out, and gives the result back for the data themselves; the loss is the same but for
   * that share. 0 keeps every direction. Default 1e-8.
   */
  readonly unexplained?: number;
}

/** The factor on the learning rates of the step after `done` steps. */
export function rateFactor(options: SindyAutoencoderOptions, done: number): number {
  const { rates, steps, refinement } = options;
  if (rates === undefined) return 1;
  const fall = (progress: number): number => 0.5 * (1 + Math.cos(Math.PI * progress));
  if (done >= steps) return rates.refinement * fall((done - steps) / refinement);
  const rise = Math.min(1, (done + 1) / (rates.warmUp ?? 1));
  return rise * (rates.final + (1 - rates.final) * fall(done / steps));
}

/** @throws NoetherError that names the option that is out of range */
export function checkSindyOptions(options: SindyAutoencoderOptions): void {
  const { threshold, weights, unexplained = 0 } = options;
  checkCounts(options);
  if (options.order !== undefined && options.order !== 1 && options.order !== 2) {
    throw invalidArgument('order', options.order, 'it must be 1 or 2');
  }
  for (const [name, weight] of Object.entries(weights)) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw invalidArgument(`weights.${name}`, weight, 'it must not be negative');
    }
  }
  if (threshold && !(threshold.value >= 0 && threshold.value < Infinity)) {
    throw invalidArgument('threshold.value', threshold.value, 'it must not be negative');
  }
  for (const [name, rate] of Object.entries(options.rates ?? {})) {
    if (!(rate >= 0 && rate < Infinity)) {
      throw invalidArgument(`rates.${name}`, rate, 'it must not be negative');
    }
  }
  if (!(unexplained >= 0 && unexplained < 1)) {
    throw invalidArgument('unexplained', unexplained, 'it is a share, at least 0 and below 1');
  }
}

function checkCounts({
  threshold,
  selection,
  startSteps = 0,
  ...given
}: SindyAutoencoderOptions): void {
  const { batchSize, steps, refinement } = given;
  const counts: [path: string, value: number, least: number][] = [
    ['batchSize', batchSize, 1],
    ['steps', steps, 1],
    ['refinement', refinement, 0],
    ['startSteps', startSteps, 0],
  ];
  if (threshold) counts.push(['threshold.every', threshold.every, 1]);
  if (selection) {
    counts.push(['selection.terms', selection.terms, 1], ['selection.every', selection.every, 1]);
  }
  for (const [path, value, least] of counts) {
    if (Number.isInteger(value) && value >= least) continue;
    throw invalidArgument(path, value, `it must be a whole number, at least ${least}`);
  }
}
