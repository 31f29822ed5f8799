// The QR kernel alone on one and on two threads: what a program without any serial part gains here.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { blockQr } from '@noether/numerics';

const COLUMNS = 59;
const HEIGHT = blockQr(COLUMNS).height;

/** Two ways to absorb `rows` rows of 59 columns: by one thread, or half of them by each of two. */
export function kernelThreads(rows) {
  const blocks = Math.ceil(rows / HEIGHT);
  const file = new URL('./kernel-thread.mjs', import.meta.url);
  const threads = [0, 1].map(() => new Worker(file, { workerData: { columns: COLUMNS } }));
  const absorb = async (...counts) => {
    const done = counts.map((_, at) => once(threads[at], 'message'));
    counts.forEach((count, at) => threads[at].postMessage(count));
    await Promise.all(done);
  };
  return {
    one: () => absorb(blocks),
    two: () => absorb(blocks >> 1, blocks - (blocks >> 1)),
  };
}
