import { sizeOf } from '@noether/contracts';
import type { InputSpec } from '../tensor-function.js';
import type { CompiledFunction } from './engine.js';
import { madeUpArrays } from './made-up-arrays.js';

const STEPS = 5;
/** A first run this many times slower than the best engine's is the last. */
const HOPELESS = 4;

/** The fastest of a few runs on made-up numbers, in milliseconds; at most `best` is worth waiting for. */
export async function timeFunction(
  compiled: CompiledFunction,
  inputs: Readonly<Record<string, InputSpec>>,
  best: number,
): Promise<number> {
  const arrays = madeUpArrays(inputs);
  const into = Object.fromEntries(
    Object.entries(compiled.outputs).map(([name, shape]) => [
      name,
      new Float32Array(sizeOf(shape)),
    ]),
  );
  const times: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const from = performance.now();
    await compiled.run(arrays, into);
    times.push(performance.now() - from);
    if (times[0] > HOPELESS * best) break;
  }
  return Math.min(...times);
}
