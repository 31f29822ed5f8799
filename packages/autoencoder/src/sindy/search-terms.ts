import { invalidArgument, type Context } from '@noether/contracts';
import { completeRun } from './complete-run.js';
import { chooseRestart, type Restart } from './choose-restart.js';
import { derivativeSamples, type DerivativeData } from './derivative-samples.js';
import { checkSindyOptions, type SindyAutoencoderOptions } from './sindy-options.js';
import { SindyRun } from './sindy-run.js';
import { scoreSindy, type SindyScores } from './sindy-scores.js';
import type { SindyAutoencoder, SindyTrainingData } from './train-sindy-autoencoder.js';

/** What {@link searchSindyTerms} needs besides its options. */
export interface TermSearchData extends Pick<SindyTrainingData, keyof DerivativeData | 'engine'> {
  /** Data that no training sees; the number of terms is chosen on them. */
  readonly validation: DerivativeData;
}

/** How {@link searchSindyTerms} searches. */
export interface TermSearchOptions {
  /** Numbers of terms of each equation to try, e.g. `[1, 2, 3]`. */
  readonly terms: readonly number[];
  /** Steps between two choices of terms in the first half of a refinement. */
  readonly every: number;
  /** How much worse than the best a model with fewer terms may be; default 2, see {@link chooseRestart}. */
  readonly slack?: number;
  /** What the refinements have instead of the options' own. */
  readonly refined?: Partial<
    Pick<SindyAutoencoderOptions, 'latentError' | 'weights' | 'optimisers' | 'rates'>
  >;
}

/** A model with a given number of terms. */
export interface TriedTerms extends Restart {
  readonly model: SindyAutoencoder;
  /** On the validation data; `error` is the sum of what is unexplained of x and of ż (z̈). */
  readonly scores: SindyScores;
}

/**
 * Trains a SINDy autoencoder with all terms, then refines it anew from there for each number of terms, the
 * best terms chosen in its latent space (`selection`), networks and coefficients going on together. Kept is
 * the model with the fewest terms among those nearly as good as the best on held-out data. A threshold on
 * coefficients depends on the units of z and on which term was weak while the latent space was still
 * bent; this depends on neither.
 * @throws NoetherError as `trainSindyAutoencoder`; `invalid-argument` when every error is not finite
 */
export async function searchSindyTerms(
  { validation, ...data }: TermSearchData,
  options: Omit<SindyAutoencoderOptions, 'selection'>,
  search: TermSearchOptions,
  context: Context,
): Promise<{ readonly model: SindyAutoencoder; readonly tried: readonly TriedTerms[] }> {
  const { terms: counts, slack } = search;
  if (counts.length === 0) throw invalidArgument('terms', counts, 'there must be one to try');
  const branches = counts.map((terms) => branchOf(options, terms, search));
  [options, ...branches].forEach(checkSindyOptions);
  const samples = derivativeSamples(validation, options.order ?? 1);
  const begun = await SindyRun.start(data, { ...options, refinement: 0 }, context);
  const { parameters: begin } = await completeRun(begun, data, context);
  const tried: TriedTerms[] = [];
  for (const branch of branches) {
    const run = await SindyRun.start({ ...data, begin }, branch, context);
    const { model } = await completeRun(run, data, context);
    const scores = await scoreSindy(model, samples, data.engine);
    const error = scores.states + scores.latentDerivative;
    tried.push({ terms: model.terms, error, model, scores });
  }
  return { model: tried[chooseRestart(tried, slack)].model, tried };
}

/** The refinement as a training of its own, so that its optimiser knows nothing of other gradients. */
function branchOf(
  options: SindyAutoencoderOptions,
  terms: number,
  { every, refined }: TermSearchOptions,
): SindyAutoencoderOptions {
  if (options.refinement === 0) {
    throw invalidArgument('refinement', 0, 'the terms are chosen in it, so it must have steps');
  }
  const branch = { ...options, ...refined, steps: options.refinement, refinement: 0 };
  return { ...branch, threshold: null, selection: { terms, every } };
}
