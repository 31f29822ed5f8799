import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine that numbers were measured on. */
export const machine = {
  processor: cpus()[0].model.trim(),
  threads: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
