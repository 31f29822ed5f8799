import type { Schedule } from './schedule.js';

/** What every optimiser takes besides its own numbers. */
export interface GroupSettings {
  /**
   * Longest gradient g of the group, all of its parameters together: a longer one becomes
   * g · clipNorm / (‖g‖ + 1e-6). Default no limit.
   */
  readonly clipNorm?: number;
  /** Factor on the learning rate, step by step; default constant. */
  readonly schedule?: Schedule;
}
