import type { ConservedQuantity, RandomStream } from '@noether/contracts';
import type { Factors } from '../dataset.js';

/** How many states to draw, and how noisy. */
export interface SampleOptions {
  /** States to learn from. */
  readonly train?: number;
  /** States to watch during training. */
  readonly validation?: number;
  /** States to judge by. */
  readonly test?: number;
  /** Standard deviation of the normal noise on training and validation states; default 0. */
  readonly noise?: number;
}

/** One state, or several on which a symmetry acts alike, and what belongs to them. */
export interface Sample {
  /** Length d, or row-major states × d. */
  readonly state: Float64Array;
  /** What a symmetry must leave alone, as long as the source's `labels`. */
  readonly label?: Float64Array;
  /** What the state was made from, as long as the source's `factors`; row-major when there are several. */
  readonly factor?: Float64Array;
}

/** A distribution of single states, without a motion from one to the next. */
export interface SampleSource {
  /** Name in the registry, kebab-case. */
  readonly name: string;
  /** Variable names, length d. */
  readonly names: readonly string[];
  /** Names of the labels; none when left out. */
  readonly labels?: readonly string[];
  /** Names of the hidden factors; none when left out. */
  readonly factors?: readonly string[];
  /** What the factors are; angles when left out. */
  readonly factorKind?: Factors['kind'];
  /** What the labels depend on, which a symmetry must keep; unknown when left out. */
  readonly invariant?: ConservedQuantity;
  readonly defaults: Required<SampleOptions>;
  draw(random: RandomStream): Sample;
}
