/** Says when the next checkpoint is due, from what the last one cost. */
export interface CheckpointPace {
  /** Whether a checkpoint is due. If so its cost counts from here, for it is copied next. */
  due(): boolean;
  /** Writes a checkpoint, due or not, which ends its cost. */
  save(write: () => Promise<void>): Promise<void>;
}

/** Of the time from one checkpoint to the next, the most that the first of them may have taken. */
const SHARE = 0.01;

/**
 * The pace at which large networks are not saved more often than they are trained: each checkpoint, its copy
 * included, is followed by 99 times the time that it took. The first one is due at once.
 * @param now the clock, in milliseconds
 */
export function checkpointPace(now: () => number = () => performance.now()): CheckpointPace {
  let next = -Infinity;
  let begun: number | null = null;
  return {
    due() {
      const moment = now();
      if (moment < next) return false;
      begun = moment;
      return true;
    },
    async save(write) {
      const from = begun ?? now();
      begun = null;
      await write();
      const done = now();
      next = done + (done - from) * (1 / SHARE - 1);
    },
  };
}
