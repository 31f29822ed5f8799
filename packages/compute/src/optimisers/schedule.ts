/** How a learning rate changes during training, as data. */
export type Schedule =
  | { readonly kind: 'constant' }
  | {
      /** From 1/steps to 1 in equal steps; afterwards `then`, which counts from there. */
      readonly kind: 'warm-up';
      readonly steps: number;
      /** Default constant. */
      readonly then?: Schedule;
    }
  | {
      /** 1 for the share `hold` of the steps, then half a cosine down to `final`, where it stays. */
      readonly kind: 'cosine';
      readonly steps: number;
      /** Default 0. */
      readonly hold?: number;
      /** Default 0. */
      readonly final?: number;
    };

/** The factor that a schedule puts on the learning rate of the step after `done` steps. */
export function scheduleFactor(schedule: Schedule, done: number): number {
  switch (schedule.kind) {
    case 'constant':
      return 1;
    case 'warm-up':
      return done < schedule.steps
        ? (done + 1) / schedule.steps
        : scheduleFactor(schedule.then ?? { kind: 'constant' }, done - schedule.steps);
    case 'cosine':
      return cosineFactor(done / schedule.steps, schedule.hold ?? 0, schedule.final ?? 0);
  }
}

function cosineFactor(progress: number, hold: number, final: number): number {
  if (progress <= hold || hold >= 1) return 1;
  const phase = Math.min(1, (progress - hold) / (1 - hold));
  return final + (1 - final) * 0.5 * (1 + Math.cos(Math.PI * phase));
}
