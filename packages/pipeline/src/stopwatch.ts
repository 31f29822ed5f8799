import type { RunRecord } from '@noether/contracts';

type Stage = 'data' | 'training' | 'equations' | 'forecast' | 'report';

/** Adds up the seconds of each stage. */
export interface Stopwatch {
  /** Runs `work` on the account of a stage. */
  time<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  /** Seconds of a stage so far, the running work included. */
  elapsed(stage: Stage): number;
  /** All stages; `total` also counts the report. */
  seconds(): RunRecord['seconds'];
}

/** @param training seconds that an interrupted run has spent on training */
export function stopwatch(training: number): Stopwatch {
  const sums = { data: 0, training, equations: 0, forecast: 0, report: 0 };
  let running: { readonly stage: Stage; readonly since: number } | null = null;
  const elapsed = (stage: Stage): number =>
    sums[stage] + (running?.stage === stage ? (performance.now() - running.since) / 1000 : 0);
  return {
    elapsed,
    async time(stage, work) {
      running = { stage, since: performance.now() };
      try {
        return await work();
      } finally {
        sums[stage] = elapsed(stage);
        running = null;
      }
    },
    seconds() {
      const { report, ...stages } = sums;
      const total = Object.values(stages).reduce((sum, value) => sum + value, report);
      return { ...stages, total };
    },
  };
}
