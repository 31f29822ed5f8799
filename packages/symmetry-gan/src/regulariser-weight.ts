import type { SymmetryOptions } from './options.js';

/** Wanted |mean cos| of an adaptive weight: half the bound of a discovery. */
const TARGET = 0.1;
/** Growth of its logarithm in a step, for each unit that |mean cos| is above the target. */
const RATE = 0.01;
/** Largest share of the written weight. */
const MOST = 1000;

/**
 * The weight of the regulariser in each step: what is written until the share `until` of training and 0
 * from then on; an adaptive one times a factor f ≥ 1 that follows ln f ← ln f + 0.01 (|mean cos| − 0.1),
 * so that it grows as long as the generator does too little.
 */
export class RegulariserWeight {
  #logarithm = 0;

  constructor(private readonly options: Pick<SymmetryOptions, 'regulariser' | 'weights'>) {}

  /** @param progress share of training that is done */
  at(progress: number): number {
    const { regulariser, weights } = this.options;
    const until = regulariser.kind === 'none' ? 0 : (regulariser.until ?? 1);
    return progress < until ? weights.regulariser * Math.exp(this.#logarithm) : 0;
  }

  /** Takes in the mean cosine of a step. */
  follow(cosine: number): void {
    const { regulariser } = this.options;
    if (regulariser.kind !== 'cosine' || !regulariser.adaptive || !Number.isFinite(cosine)) return;
    const grown = this.#logarithm + RATE * (Math.abs(cosine) - TARGET);
    this.#logarithm = Math.min(Math.max(grown, 0), Math.log(MOST));
  }

  /** What a checkpoint keeps. */
  get logarithm(): number {
    return this.#logarithm;
  }

  set logarithm(value: number) {
    this.#logarithm = value;
  }
}
