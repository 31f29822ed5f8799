// Begins a run and is killed, as by `kill -9`, in the middle of the training step given.
import { discover } from '../src/index.js';
import { tinyConfig } from './tiny.js';

const [out, step] = process.argv.slice(2);
await discover(tinyConfig(), {
  out,
  seed: 7,
  observe: (event) => {
    if (event.stage === 'training' && event.kind === 'progress' && event.done === Number(step)) {
      process.kill(process.pid, 'SIGKILL');
    }
  },
});
