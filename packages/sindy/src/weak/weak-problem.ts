import type { Trajectories } from '@noether/contracts';
import type { Library } from '../library/library.js';
import type { WeakSystem } from './weak-system.js';

/** The weak form of some data with what is known of the noise. */
export interface WeakProblem {
  readonly data: Trajectories;
  readonly system: WeakSystem;
  readonly library: Library;
  /** Standard deviation of the noise of each variable. */
  readonly noise: readonly number[];
}
