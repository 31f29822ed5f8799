import type { RunRecord } from '@noether/contracts';

type Stage = 'data' | 'training' | 'judgement' | 'equations' | 'forecast' | 'report';

/** Adds up the seconds of each stage. */
export interface Stopwatch {
  /** Runs `work` on the account of a stage; within other work, whose account rests meanwhile. */
  time<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  /** Seconds of a stage so far, the running work included. */
  elapsed(stage: Stage): number;
  /** All stages; `total` also counts the report. */
  seconds(): RunRecord['seconds'];
}

/**
 * @param training seconds that an interrupted run has spent on training
 * @param now the clock, in milliseconds
 */
export function stopwatch(
  training: number,
  now: () => number = () => performance.now(),
): Stopwatch {
  const sums = { data: 0, training, judgement: 0, equations: 0, forecast: 0, report: 0 };
  let running: { readonly stage: Stage; readonly since: number } | null = null;
  const elapsed = (stage: Stage): number =>
    sums[stage] + (running?.stage === stage ? (now() - running.since) / 1000 : 0);
  const turnTo = (stage: Stage | null): void => {
    if (running) sums[running.stage] = elapsed(running.stage);
    running = stage && { stage, since: now() };
  };
  return {
    elapsed,
    async time(stage, work) {
      const around = running?.stage ?? null;
      turnTo(stage);
      try {
        return await work();
      } finally {
        turnTo(around);
      }
    },
    seconds() {
      const { report, ...stages } = sums;
      const total = Object.values(stages).reduce((sum, value) => sum + value, report);
      return { ...stages, total };
    },
  };
}
