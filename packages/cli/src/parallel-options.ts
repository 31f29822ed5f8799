import { Option } from 'commander';
import { parseCount } from './parse-count.js';

interface ParallelFlags {
  readonly parallel?: number;
  readonly threads?: number;
}

/** `--parallel`: how many seeds at once. */
export function parallelOption(): Option {
  return new Option(
    '--parallel <n>',
    'seeds at once, each in a process of its own (default: as processors and memory allow)',
  ).argParser((text) => parseCount('--parallel', text, 1));
}

/** `--threads`: of the engine, in each run. */
export function threadsOption(): Option {
  return new Option(
    '--threads <n>',
    'threads of the engine in a run (default: all processors; of several seeds 1 each)',
  ).argParser((text) => parseCount('--threads', text, 1));
}

/** What was chosen, as options of the pipeline. */
export function chosenParallel({ parallel, threads }: ParallelFlags): ParallelFlags {
  return {
    ...(parallel !== undefined && { parallel }),
    ...(threads !== undefined && { threads }),
  };
}
