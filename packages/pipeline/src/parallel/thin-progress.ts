import type { Observer } from '@noether/contracts';

/** Milliseconds between two events of progress that are passed on. */
const PAUSE = 50;

/** Passes on of each stage the first and the last event of progress and some between, and all other events. */
export function thinProgress(observe: Observer): Observer {
  let stage: string | undefined;
  let passed = -Infinity;
  return (event) => {
    if (event.kind === 'progress') {
      const now = performance.now();
      const between = event.stage === stage && event.done < event.total;
      if (between && now - passed < PAUSE) return;
      ({ stage } = event);
      passed = now;
    }
    observe(event);
  };
}
