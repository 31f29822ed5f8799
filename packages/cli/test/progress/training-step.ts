import type { ProgressEvent } from '@noether/contracts';

/** That so many steps of a training are done. */
export const step = (done: number, total = 1000): ProgressEvent => ({
  kind: 'progress',
  stage: 'training',
  done,
  total,
  unit: 'step',
});
